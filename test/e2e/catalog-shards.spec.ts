import { SHARDS_ANNOTATION } from '../../src/catalog/catalog-shards.ts';
import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { catalogOf, modelEntry } from './seeds.ts';
import { expect, test } from './wizard-test.ts';

const SHIPPED = { kind: 'ConfigMap', name: 'nim-models-data' };
const PATH = 'GET /api/k8s/api/v1/namespaces/opendatahub/configmaps';

/** A part of a catalog with one model. */
const part = (name: string, model: string): KubernetesObject =>
  catalogOf({ [model]: JSON.stringify(modelEntry(model)) }, { name });

/** The first part, which names the others. */
const firstPart = (others: string): KubernetesObject => {
  const first = part('nim-models-data', 'one');
  return {
    ...first,
    metadata: { ...first.metadata, annotations: { [SHARDS_ANNOTATION]: others } },
  };
};

test.describe('a catalog in several ConfigMaps', () => {
  test.use({
    seed: {
      without: [SHIPPED],
      with: [
        firstPart('nim-models-data-2,nim-models-data-3'),
        part('nim-models-data-2', 'two'),
        part('nim-models-data-3', 'three'),
      ],
    },
  });

  test('is shown as one', async ({ wizard, recording }) => {
    await wizard.openAtNim();
    await expect(wizard.page.getByPlaceholder('Search 3 models')).toBeVisible();
    const asked = recording.requests.filter((request) => request.startsWith(PATH));
    expect(asked.toSorted()).toEqual([
      `${PATH}/nim-models-data`,
      `${PATH}/nim-models-data-2`,
      `${PATH}/nim-models-data-3`,
    ]);
  });
});

test.describe('a catalog of which a part is missing', () => {
  test.use({
    seed: { without: [SHIPPED], with: [firstPart('nim-models-data-2')] },
  });

  test('shows the others, names the part and says what to do', async ({ wizard }) => {
    await wizard.openAtNim();
    await expect(wizard.page.getByPlaceholder('Search 1 model')).toBeVisible();
    await expect(wizard.text('A part of the model catalog could not be read')).toBeVisible();
    await expect(
      wizard.text(/^The ConfigMap nim-models-data-2 .* Ask an administrator to install it\.$/),
    ).toBeVisible();
  });
});
