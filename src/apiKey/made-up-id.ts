/**
 * An id that says nothing and that nobody else has: 32 hexadecimal digits. Not `randomUUID`, which
 * browsers have in secure contexts only.
 */
export const madeUpId = (): string => hexOf(crypto.getRandomValues(new Uint8Array(16)));

/** Bytes as hexadecimal digits. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
