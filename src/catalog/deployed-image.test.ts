import { describe, expect, it } from 'vitest';
import { imageFromSamePlace, readDeployedImage } from './deployed-image.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the image of a deployment', () => {
  it.each([
    ['nvcr.io/nim/meta/llama:1.8', { prefix: 'nvcr.io', tag: '1.8' }],
    ['nvcr.io/nim/meta/llama', { prefix: 'nvcr.io' }],
    [`nvcr.io/nim/meta/llama@${digest}`, { prefix: 'nvcr.io' }],
    [`nvcr.io/nim/meta/llama:1.8@${digest}`, { prefix: 'nvcr.io', tag: '1.8' }],
    ['mirror.example:5000/nim/meta/llama:1.8', { prefix: 'mirror.example:5000', tag: '1.8' }],
    ['mirror.example:5000/nim/meta/llama', { prefix: 'mirror.example:5000' }],
    [
      'mirror.example/ai/nvcr.io/nim/meta/llama:1.8',
      { prefix: 'mirror.example/ai/nvcr.io', tag: '1.8' },
    ],
    [`mirror.example/ai/nim/meta/llama@${digest}`, { prefix: 'mirror.example/ai' }],
  ])('is read, wherever it comes from: %s', (text, read) => {
    expect(readDeployedImage(text)).toEqual({ namespace: 'nim/meta', name: 'llama', ...read });
  });

  it('has, in a mirror that leaves out "nim", the whole path for a namespace', () => {
    expect(readDeployedImage('mirror.example/ai/models/llama:1.8')).toEqual({
      prefix: 'mirror.example',
      namespace: 'ai/models',
      name: 'llama',
      tag: '1.8',
    });
  });

  it.each(['', 'llama', 'llama:1.8', 'nvcr.io/nim/meta/llama:', 'nvcr.io/nim/Meta/llama:1', ' '])(
    'cannot be read from %j',
    (text) => {
      expect(readDeployedImage(text)).toBeUndefined();
    },
  );

  it.each(['nvcr.io/nim/meta/llama:1.8', 'mirror.example:5000/a/b/nim/meta/llama:1.8'])(
    'is in the same place with another tag: %s',
    (text) => {
      const read = readDeployedImage(text);
      expect(read && imageFromSamePlace(read, '1.8')).toBe(text);
    },
  );
});
