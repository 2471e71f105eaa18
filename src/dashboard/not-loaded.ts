/** External data before the host has any: it mounts a component once without. */
export const notLoaded = {
  data: { retry: (): void => undefined },
  loaded: false,
};
