import { describe, expect, it } from 'vitest';
import { modelWith, shippedCatalogData } from './catalog-model.factory.ts';
import { formatImage, imageOf, parseImage } from './image-reference.ts';
import { parseCatalog } from './parse-catalog.ts';

describe('the image of a model', () => {
  it("is in NVIDIA's registry, under the model's namespace and name", () => {
    const image = imageOf(modelWith({ namespace: 'nim/meta', name: 'llama' }), '1.8.5');
    expect(formatImage(image)).toBe('nvcr.io/nim/meta/llama:1.8.5');
  });

  it.each(['1.10', '1', '1.10.0', 'latest', '1.8.0-RTX'])('has the tag %s as listed', (tag) => {
    expect(imageOf(modelWith(), tag).tag).toBe(tag);
  });
});

describe('reading an image', () => {
  it('takes it apart', () => {
    expect(parseImage('nvcr.io/nim/meta/llama:1.8.5')).toEqual({
      registry: 'nvcr.io',
      namespace: 'nim/meta',
      name: 'llama',
      tag: '1.8.5',
    });
  });

  it("reads a mirror's, with a port", () => {
    expect(parseImage('mirror.example:5000/ai/nim/meta/llama:1.8.5')).toEqual({
      registry: 'mirror.example:5000',
      namespace: 'ai/nim/meta',
      name: 'llama',
      tag: '1.8.5',
    });
  });

  it.each([
    '',
    'nvcr.io/nim/meta/llama',
    'nvcr.io/llama:1.8.5',
    'llama:1.8.5',
    'nvcr.io/nim/meta/llama:',
    'nvcr.io/nim/meta/llama@sha256:0123',
    'nvcr.io/nim/meta/llama:1.8.5@sha256:0123',
    'nvcr.io/nim/../meta/llama:1.8.5',
    'nvcr.io/nim//llama:1.8.5',
    'nvcr.io/nim/meta/llama:..',
    'nvcr.io/nim/meta/llama:1.8.5?x=1',
    'nvcr.io/nim/meta/llama#x:1.8.5',
    'nvcr.io/nim/me%2fta/llama:1.8.5',
    'nvcr.io/nim/Meta/llama:1.8.5',
    'nvcr.io/nim/meta/llama:1.8.5\n',
    'user@nvcr.io/nim/meta/llama:1.8.5',
    'https://nvcr.io/nim/meta/llama:1.8.5',
    'nvcr.io/nim/me ta/llama:1.8.5',
    `nvcr.io/nim/meta/llama:${'1'.repeat(129)}`,
    `nvcr.io/nim/${'a'.repeat(400)}/llama:1`,
  ])('cannot read %j', (text) => {
    expect(parseImage(text)).toBeUndefined();
  });

  it('reads back every image of the catalog', () => {
    const { models } = parseCatalog(shippedCatalogData());
    const images = models.flatMap((model) => model.tags.map((tag) => imageOf(model, tag)));
    expect(images.length).toBeGreaterThan(1000);
    expect(images.map((image) => parseImage(formatImage(image)))).toEqual(images);
  });
});
