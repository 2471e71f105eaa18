import type { ModelNeeds } from './model-needs.ts';

/** How large a model's cache should be. */
export interface RecommendedSize {
  /** In GiB, whole tens. */
  gi: number;
  /** The rest of a sentence: why so much. */
  why: string;
}

/** In GiB: models of 8B parameters take this and more. */
export const LEAST_SIZE_GI = 30;

/**
 * A guess, since NVIDIA does not say how much a model's files take: whatever fits into the memory of its
 * GPUs, and twice its image, which is compressed. Undefined where the catalog knows neither. An image
 * alone makes it no less than what holds most models: the files of many are not in it.
 */
export const recommendedSize = ({ imageBytes, gpus }: ModelNeeds): RecommendedSize | undefined => {
  const memory = gpus?.memoryGb === undefined ? undefined : gpus.count * gpus.memoryGb;
  if (imageBytes === undefined && memory === undefined) {
    return undefined;
  }
  const reasons: RecommendedSize[] = [
    memory === undefined
      ? { gi: 100, why: 'that holds most models' }
      : { gi: LEAST_SIZE_GI, why: 'less holds hardly any model' },
    {
      gi: Math.ceil((2 * (imageBytes ?? 0)) / 2 ** 30),
      why: `twice its image, which takes ${((imageBytes ?? 0) / 1e9).toFixed(1)} GB compressed`,
    },
    // A GiB for each GB, so that there is some room besides.
    { gi: memory ?? 0, why: `its files fit into the memory of its GPUs, ${memory} GB` },
  ];
  const [most] = reasons.toSorted((one, other) => other.gi - one.gi);
  return most && { ...most, gi: Math.ceil(most.gi / 10) * 10 };
};
