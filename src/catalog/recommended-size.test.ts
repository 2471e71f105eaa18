import { describe, expect, it } from 'vitest';
import { recommendedSize } from './recommended-size.ts';

describe('the recommended size of a cache', () => {
  it('is not known where the catalog knows nothing', () => {
    expect(recommendedSize({})).toBeUndefined();
    expect(recommendedSize({ gpus: { count: 4 } })).toBeUndefined();
    expect(recommendedSize({ parameters: 8e9 })).toBeUndefined();
  });

  it.each([
    ['as much as fits into the GPUs', 6e9, { count: 2, memoryGb: 80 }, 160, /its GPUs, 160 GB$/],
    ['twice the image', 40e9, { count: 1, memoryGb: 24 }, 80, /^twice its image.* 40 GB/],
    ['never below 30 GiB', 1e9, { count: 1, memoryGb: 16 }, 30, /^less holds hardly any/],
    ['a number as it is written', 6e9, { count: 16, memoryGb: 80 }, 1280, /its GPUs, 1,280 GB$/],
    ['by the GPUs alone, in whole tens', undefined, { count: 1, memoryGb: 48 }, 50, /48 GB$/],
    ['not less by an image alone', 6e9, undefined, 100, /^that holds most models/],
    ['more by an image alone', 90e9, undefined, 170, /^twice its image/],
  ])('is %s', (_what, imageBytes, gpus, gi, why) => {
    expect(
      recommendedSize({ ...(imageBytes ? { imageBytes } : {}), ...(gpus ? { gpus } : {}) }),
    ).toEqual({ gi, why: expect.stringMatching(why) });
  });

  it('is what its parameters take, where that is more than holds most models', () => {
    expect(recommendedSize({ parameters: 70e9 })).toEqual({
      gi: 140,
      why: 'its 70 billion parameters take 140 GB at the usual 16 bits each',
    });
    expect(recommendedSize({ parameters: 671e9 })).toEqual({
      gi: 1350,
      why: 'its 671 billion parameters take 1,342 GB at the usual 16 bits each',
    });
    expect(recommendedSize({ parameters: 235e9, bits: 8 })).toEqual({
      gi: 240,
      why: 'its 235 billion parameters take 235 GB at 8 bits each',
    });
    expect(
      recommendedSize({ parameters: 70e9, imageBytes: 6e9, gpus: { count: 2, memoryGb: 80 } }),
    ).toMatchObject({ gi: 160 });
  });
});
