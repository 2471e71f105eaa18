/** The federated module `./fields`: what the wizard shows. */
export { apiKeyField } from './api-key-wizard-field.tsx';
export { deploymentStrategyOverride } from './deployment-strategy-override.ts';
export { hardwareField } from './hardware-wizard-field.tsx';
export { modelTypeOverride } from './model-type-override.ts';
export { modelField } from './model-wizard-field.tsx';
export { reviewField } from './review-wizard-field.tsx';
export { storageField } from './storage-wizard-field.tsx';
