/**
 * A ConfigMap holds 1 MiB. A larger catalog is in several, and the first names the others in this
 * annotation, comma-separated: who reads a catalog of the usual size asks once.
 */
export const SHARDS_ANNOTATION = 'nim-wizard.opendatahub.io/catalog-shards';

/** The names of the further ConfigMaps that the catalog's first one names, each once. */
export const furtherShards = (first: {
  name: string;
  annotations?: Record<string, string> | undefined;
}): string[] => {
  const listed = first.annotations?.[SHARDS_ANNOTATION] ?? '';
  const names = listed.split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '' && name !== first.name);
};
