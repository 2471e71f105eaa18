import { describe, expect, it } from 'vitest';
import { modelWith, shippedCatalogData } from './catalog-model.factory.ts';
import { describeModel, publisherOf, tellsMore } from './describe-model.ts';
import { parseCatalog } from './parse-catalog.ts';

describe('a description from facts alone', () => {
  it('names the model and its publisher', () => {
    expect(describeModel({ displayName: 'AlphaFold2', namespace: 'nim/deepmind' })).toBe(
      'AlphaFold2 by deepmind, served as an NVIDIA NIM.',
    );
  });

  it.each([
    ['nim/meta', 'meta'],
    ['mirror/nim/meta', 'meta'],
    ['nim', 'nim'],
  ])('takes of %s the team %s for the publisher', (namespace, publisher) => {
    expect(publisherOf(namespace)).toBe(publisher);
  });
});

const says = (shortDescription: string): boolean =>
  tellsMore(
    modelWith({
      name: 'alphafold2',
      displayName: 'AlphaFold2',
      namespace: 'nim/deepmind',
      shortDescription,
    }),
  );

describe('a description', () => {
  it.each([
    '',
    ' \n',
    'AlphaFold2 by deepmind, served as an NVIDIA NIM.',
    'The NVIDIA NIM of AlphaFold 2, a model by DeepMind',
    'ALPHAFOLD-2: NVIDIA Inference Microservice.',
  ])('says nothing but name and publisher: %j', (text) => {
    expect(says(text)).toBe(false);
  });

  it.each([
    'Predicts the structure of proteins.',
    'AlphaFold2 by deepmind, served as an NVIDIA NIM for proteins.',
    'AlphaFold3 by deepmind, served as an NVIDIA NIM.',
    'AlphaFold2 by isomorphic, served as an NVIDIA NIM.',
    '蛋白质结构预测',
  ])('says more: %j', (text) => {
    expect(says(text)).toBe(true);
  });

  it('says nothing, whatever the name, where it was made from the facts alone', () => {
    const { models } = parseCatalog(shippedCatalogData());
    const made = models.map((model) => ({ ...model, shortDescription: describeModel(model) }));
    expect(made.filter(tellsMore)).toEqual([]);
  });
});
