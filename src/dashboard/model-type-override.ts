import { isNimLocation } from './field-dependencies.ts';
import type { PartialWizardState } from './host-contract.ts';

export const NIM_MODEL_TYPE = 'NVIDIA NIM';

/** The host's model type select shows this one option for a NIM, as its bundled package has it. */
export const modelTypeOverride = {
  id: 'modelType',
  type: 'modifier',
  isActive: (state: PartialWizardState): boolean => isNimLocation(state),
  extraOption: { key: NIM_MODEL_TYPE, label: NIM_MODEL_TYPE },
  forced: true,
};
