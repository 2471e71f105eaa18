import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { quantityOf } from '../../cluster/quantity.ts';
import type { ResourceRequirements } from '../../cluster/kubernetes.ts';
import { type Problem, warns } from './problem.ts';

/** How NVIDIA's device plugins call whole GPUs and parts of them. */
const GPU = /^nvidia\.com\/(gpu|mig-)/;

/** Whether the hardware has as many GPUs as the model needs. Where the catalog does not know, nothing is said. */
export const checkAccelerators = (
  resources: ResourceRequirements | undefined,
  gpus: ModelNeeds['gpus'],
): Problem[] => {
  if (!resources || !gpus) {
    return [];
  }
  const has = Object.entries(resources.limits ?? resources.requests ?? {})
    .filter(([name]) => GPU.test(name))
    .reduce((sum, [, count]) => sum + (quantityOf(count) ?? 0), 0);
  const each =
    gpus.memoryGb === undefined ? '' : `, each with ${gpus.memoryGb} GB of memory or more`;
  return has >= gpus.count
    ? []
    : [
        warns(
          'hardware',
          `The model needs ${gpus.count === 1 ? 'a GPU' : `${gpus.count} GPUs`}`,
          `NVIDIA names no profile of this model that runs on fewer than ${gpus.count}${each}; the hardware profile gives it ${has === 0 ? 'none' : has}. Choose another hardware profile.`,
        ),
      ];
};
