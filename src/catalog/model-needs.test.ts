import { describe, expect, it } from 'vitest';
import { modelWith } from './catalog-model.factory.ts';
import { modelNeeds } from './model-needs.ts';

/** Its name says nothing of what it needs. */
const nameless = modelWith({ name: 'a-model', displayName: 'A model' });

const withProfiles = (...profiles: unknown[]) => ({ ...nameless, profiles });
const on = (tensorParallelSize: number, minVramPerDeviceGb?: number) => ({
  profileId: `tp${tensorParallelSize}`,
  tensorParallelSize,
  minVramPerDeviceGb,
});

describe('the needs of a model', () => {
  it('are not known of the older format', () => {
    expect(modelNeeds(nameless)).toEqual({});
  });

  it('are those of the profile with the fewest GPUs, and of these the smallest', () => {
    const model = withProfiles(on(4, 20), on(2, 80), on(2, 48));
    expect(modelNeeds(model)).toEqual({ gpus: { count: 2, memoryGb: 48 } });
  });

  it('are not known where one profile does not say how many GPUs it needs', () => {
    expect(modelNeeds(withProfiles(on(4, 20), { profileId: 'any' }))).toEqual({});
  });

  it('are as many parameters as its name says', () => {
    expect(modelNeeds(modelWith({ displayName: 'Llama-3.1-405B-Instruct' }))).toEqual({
      parameters: 405e9,
    });
    expect(modelNeeds(modelWith({ displayName: 'Qwen3-235B-A22B-FP8' }))).toEqual({
      parameters: 235e9,
      bits: 8,
    });
  });

  it("are the image's size, where it is a number", () => {
    expect(modelNeeds({ ...nameless, latestImageSize: 5e9 })).toEqual({ imageBytes: 5e9 });
    expect(modelNeeds({ ...nameless, latestImageSize: 'big', profiles: 3 })).toEqual({});
  });
});
