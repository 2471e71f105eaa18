import type { PartialWizardState } from './host-contract.ts';
import { NIM_MODEL_TYPE } from './model-type-override.ts';

/**
 * Shows the host's own choice between "Rolling update" and "Recreate", which it hides unless somebody
 * asks for it: a GPU that the running pod holds is not there for its successor. The host tells an
 * override of this field the model's type, and not its location.
 */
export const deploymentStrategyOverride = {
  id: 'deploymentStrategy',
  type: 'modifier',
  isActive: ({ modelType }: PartialWizardState): boolean =>
    modelType?.data?.type === NIM_MODEL_TYPE,
  isVisible: true,
};
