import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from '../../test/factories/dashboard-proxy.factory.ts';
import { catalogData, modelWith } from '../catalog/catalog-model.factory.ts';
import { SHARDS_ANNOTATION } from '../catalog/catalog-shards.ts';
import { catalogQuery, type LoadedCatalog } from './catalog-query.ts';
import { queryClient } from './query-client.ts';

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

const PATH = '/api/k8s/api/v1/namespaces/opendatahub/configmaps/';

/** A catalog that names further ConfigMaps; what is given of these is answered, the cluster has the rest. */
const load = (others: string, given: Record<string, object> = {}): Promise<LoadedCatalog> => {
  const configMaps: Record<string, object> = {
    'nim-models-data': {
      metadata: { name: 'nim-models-data', annotations: { [SHARDS_ANNOTATION]: others } },
      data: catalogData(modelWith({ name: 'one', displayName: 'One' })),
    },
    ...given,
  };
  openEmbeddedCluster('ada', [], ({ path }) => {
    const found = configMaps[path.replace(PATH, '')];
    return found && Response.json({ apiVersion: 'v1', kind: 'ConfigMap', ...found });
  });
  return queryClient.fetchQuery(catalogQuery);
};

const namesIn = ({ models }: LoadedCatalog): string[] => models.map(({ name }) => name);

describe('a catalog in several parts', () => {
  it('is read as one', async () => {
    const catalog = await load('nim-models-data-2', {
      'nim-models-data-2': {
        metadata: { name: 'nim-models-data-2' },
        data: catalogData(modelWith({ name: 'two', displayName: 'Two' })),
      },
    });
    expect(namesIn(catalog)).toEqual(['one', 'two']);
    expect(catalog).not.toHaveProperty('missingParts');
  });

  it.each([
    [
      'is not there',
      'nim-models-data-2',
      'The ConfigMap nim-models-data-2 is not in the namespace opendatahub, so its models are missing here. Ask an administrator to install it.',
    ],
    [
      'may not be read',
      'ours',
      'You may not read the ConfigMap ours in opendatahub, so its models are missing here. Ask an administrator to grant all users read access to it.',
    ],
  ])(
    'has the models of the others where one %s, and says which and what to do',
    async (...given) => {
      const [, part, said] = given;
      const catalog = await load(part);
      expect(namesIn(catalog)).toEqual(['one']);
      expect(catalog.unreadable).toEqual([]);
      expect(catalog.missingParts).toEqual([said]);
    },
  );

  it('says which part holds something else than models', async () => {
    const catalog = await load('nim-models-data-2', {
      'nim-models-data-2': { metadata: { name: 'nim-models-data-2' }, data: { one: 1 } },
    });
    expect(catalog.missingParts).toEqual([
      'No model can be read in the ConfigMap nim-models-data-2 in opendatahub. Ask an administrator to replace it.',
    ]);
  });
});
