import { describe, expect, it } from 'vitest';
import { describeModel, publisherOf } from './describe-model.ts';

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
