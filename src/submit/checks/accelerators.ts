import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { filesByParameters } from '../../catalog/recommended-size.ts';
import { isGpu } from '../../cluster/gpu.ts';
import { quantityOf } from '../../cluster/quantity.ts';
import type { ResourceRequirements } from '../../cluster/kubernetes.ts';
import { advises, type Problem, warns } from './problem.ts';

/**
 * Whether the hardware has as many GPUs as the model needs. How much memory each must have is said where
 * there are enough: no hardware profile tells. Where the catalog does not know, only a model is spoken of
 * whose parameters say that it is large.
 */
export const checkAccelerators = (
  resources: ResourceRequirements | undefined,
  needs: ModelNeeds,
): Problem[] => {
  const { gpus } = needs;
  if (!resources) {
    return [];
  }
  const has = gpusOf(resources);
  if (!gpus) {
    return checkParameters(has, needs);
  }
  return has < gpus.count ? [tooFew(has, gpus)] : checkMemory(gpus);
};

/** In GB: what most GPUs for models have, or less. */
const USUAL_MEMORY_GB = 80;

const checkParameters = (has: number, needs: ModelNeeds): Problem[] => {
  const files = filesByParameters(needs);
  return files && has > 0 && files.bytes > has * USUAL_MEMORY_GB * 1e9
    ? [
        advises(
          'hardware',
          `The model may need more than ${has === 1 ? 'one GPU' : countOf({ count: has })}`,
          `Its ${files.text}, and most GPUs have ${USUAL_MEMORY_GB} GB of memory or less. Look at the description of the hardware profile, or ask an administrator.`,
        ),
      ]
    : [];
};

/** How many GPUs, or parts of them, one pod gets. */
export const gpusOf = ({ limits, requests }: ResourceRequirements = {}): number =>
  Object.entries(limits ?? requests ?? {})
    .filter(([name]) => isGpu(name))
    .reduce((sum, [, count]) => sum + (quantityOf(count) ?? 0), 0);

type Gpus = NonNullable<ModelNeeds['gpus']>;

const tooFew = (has: number, gpus: Gpus): Problem => {
  const each =
    gpus.memoryGb === undefined ? '' : `, each with ${gpus.memoryGb} GB of memory or more`;
  return warns(
    'hardware',
    `The model needs ${countOf(gpus)}`,
    `NVIDIA names no profile of this model that runs on fewer than ${gpus.count}${each}; the hardware profile gives it ${has === 0 ? 'none' : has}. Choose another hardware profile.`,
  );
};

const checkMemory = (gpus: Gpus): Problem[] =>
  gpus.memoryGb === undefined
    ? []
    : [
        advises(
          'hardware',
          `The model needs ${countOf(gpus)}${gpus.count === 1 ? '' : ', each'} with ${gpus.memoryGb} GB of memory or more`,
          'A hardware profile does not say how much memory its GPUs have: look at its description, or ask an administrator.',
        ),
      ];

const countOf = ({ count }: Pick<Gpus, 'count'>): string =>
  count === 1 ? 'a GPU' : `${count} GPUs`;
