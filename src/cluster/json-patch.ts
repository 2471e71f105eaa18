/** One operation of a JSON Patch (RFC 6902). Paths are JSON pointers: `/` in a name is `~1`. */
export type PatchOperation =
  | { op: 'add' | 'replace' | 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'copy' | 'move'; from: string; path: string };

export type JsonPatch = PatchOperation[];

/** The JSON pointer to a member: its names, escaped. */
export const pointerTo = (...names: string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
