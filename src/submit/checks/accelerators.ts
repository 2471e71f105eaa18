import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { quantityOf } from '../../cluster/quantity.ts';
import type { ResourceRequirements } from '../../cluster/kubernetes.ts';
import { advises, type Problem, warns } from './problem.ts';

/** How NVIDIA's device plugins call whole GPUs and parts of them. */
const GPU = /^nvidia\.com\/(gpu|mig-)/;

/**
 * Whether the hardware has as many GPUs as the model needs. How much memory each must have is said where
 * there are enough: no hardware profile tells. Where the catalog does not know, nothing is said.
 */
export const checkAccelerators = (
  resources: ResourceRequirements | undefined,
  gpus: ModelNeeds['gpus'],
): Problem[] => {
  if (!resources || !gpus) {
    return [];
  }
  const has = gpusOf(resources);
  return has < gpus.count ? [tooFew(has, gpus)] : checkMemory(gpus);
};

/** How many GPUs, or parts of them, one pod gets. */
export const gpusOf = ({ limits, requests }: ResourceRequirements = {}): number =>
  Object.entries(limits ?? requests ?? {})
    .filter(([name]) => GPU.test(name))
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

const countOf = ({ count }: Gpus): string => (count === 1 ? 'a GPU' : `${count} GPUs`);
