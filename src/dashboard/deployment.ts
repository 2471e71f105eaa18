/** The federated module `./deployment`: what deploys, applies and reads a NIM. */
export { deployNim, isDeployActive } from './deploy.ts';
export {
  applyKeyField,
  applyModelField,
  applyStorageField,
  extractKeyField,
  extractModelField,
  extractStorageField,
} from './field-data.ts';
export {
  extractDeploymentStrategy,
  extractEnvironmentVariables,
  extractHardwareProfileConfig,
  extractModelAvailabilityData,
  extractModelLocationData,
  extractModelServerTemplate,
  extractReplicas,
  extractRuntimeArgs,
  hardwareProfilePaths,
  isNimDeployment,
} from './nim-form-data.ts';
