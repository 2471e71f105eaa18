import { nim } from '../words/nim.ts';
import { isNimLocation } from './field-dependencies.ts';
import type { PartialWizardState } from './host-contract.ts';

/** The host's own key, which happens to be what people call it. */
export const NIM_MODEL_TYPE = 'NVIDIA NIM';

/** The host's model type select shows this one option for a NIM, as its bundled package has it. */
export const modelTypeOverride = {
  id: 'modelType',
  type: 'modifier',
  isActive: (state: PartialWizardState): boolean => isNimLocation(state),
  extraOption: { key: NIM_MODEL_TYPE, label: nim },
  forced: true,
};
