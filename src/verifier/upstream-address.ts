const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Keys and tokens travel to such an address: plain HTTP is only for what runs on this machine. */
export const mayCarryKeys = (url: URL): boolean =>
  url.username === '' &&
  url.password === '' &&
  (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname)));
