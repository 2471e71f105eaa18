import { loadManifests } from '../../test/embedded/seed/manifests.node.ts';
import type { CatalogModel } from './catalog-model.ts';

/** A model of a catalog with what matters to a test. */
export const modelWith = (given: Partial<CatalogModel> = {}): CatalogModel => ({
  name: 'llama-3.1-8b-instruct',
  displayName: 'Llama 3.1 8B Instruct',
  shortDescription: 'A model for tests.',
  namespace: 'nim/meta',
  tags: ['1.8.5', '1.8', 'latest'],
  latestTag: '1.8.5',
  updatedDate: '2025-01-23T02:37:00.261Z',
  euRestricted: false,
  ...given,
});

/** The data of a catalog ConfigMap in which every model is an entry of its own. */
export const catalogData = (
  ...models: { name: string; [field: string]: unknown }[]
): Record<string, string> =>
  Object.fromEntries(models.map((model) => [model.name, JSON.stringify(model)]));

/** The data of the catalog ConfigMap that the plugin is installed with. */
export const shippedCatalogData = (): Record<string, string> => {
  const shipped = loadManifests().find(({ kind }) => kind === 'ConfigMap');
  return (shipped as unknown as { data: Record<string, string> }).data;
};
