import { nim } from '../words/nim.ts';
import type * as deploymentModule from './deployment.ts';
import { API_KEY_FIELD, MODEL_FIELD, STORAGE_FIELD } from './field-ids.ts';
import type * as fieldsModule from './fields.ts';
import { type CodeRef, type Extension, KSERVE_PLATFORM, NIM_LOCATION } from './host-contract.ts';
import type * as settingsModule from './settings.ts';

/** How the list gets at the code behind it: through the federated entry, or by a bundler's chunks. */
export interface CodeSource {
  fields: () => Promise<typeof fieldsModule>;
  deployment: () => Promise<typeof deploymentModule>;
  settings: () => Promise<typeof settingsModule>;
}

type References<Module> = { [Name in keyof Module]: CodeRef<Module[Name]> };

/** The area that switches all of the plugin: on wherever the host's own area for NIM is. */
const AREA = 'nim-wizard';
const flags = { required: [AREA] };

/**
 * Everything that the plugin adds to the dashboard: its table of contents. A function in `properties`
 * is a code reference that the host calls without arguments; nothing is loaded before it does.
 */
export const extensionList = (code: CodeSource): Extension[] => {
  const fields = references(code.fields);
  const deployment = references(code.deployment);
  return [
    { type: 'app.area', properties: { id: AREA, reliantAreas: ['nim-model'] } },
    overrideExtension(fields.modelTypeOverride),
    overrideExtension(fields.deploymentStrategyOverride),
    fieldExtension(fields.apiKeyField),
    fieldExtension(fields.modelField),
    fieldExtension(fields.storageField),
    fieldExtension(fields.hardwareField),
    fieldExtension(fields.reviewField),
    {
      type: 'model-serving.deployment/deploy',
      properties: {
        platform: NIM_LOCATION,
        isActive: deployment.isDeployActive,
        priority: 50,
        supportsOverwrite: true,
        deploy: deployment.deployNim,
      },
      flags,
    },
    applyExtension(MODEL_FIELD, deployment.applyModelField),
    applyExtension(STORAGE_FIELD, deployment.applyStorageField),
    applyExtension(API_KEY_FIELD, deployment.applyKeyField),
    extractorExtension(MODEL_FIELD, deployment.extractModelField),
    extractorExtension(STORAGE_FIELD, deployment.extractStorageField),
    extractorExtension(API_KEY_FIELD, deployment.extractKeyField),
    formDataExtension(deployment),
    {
      type: 'app.project-details/settings-card',
      // Of a component the host wants the module, whose default export it is.
      properties: { id: 'nim-settings', title: nim, component: () => code.settings() },
      flags,
    },
  ];
};

/** A code reference for each thing that a module exports, made when it is asked for. */
const references = <Module extends object>(load: () => Promise<Module>): References<Module> =>
  new Proxy({} as References<Module>, {
    get: (_target, name) => () => load().then((module) => Reflect.get(module, name)),
  });

const formDataExtension = (deployment: References<typeof deploymentModule>): Extension => ({
  type: 'model-serving.deployment/form-data',
  properties: {
    platform: KSERVE_PLATFORM,
    isActive: deployment.isNimDeployment,
    priority: 50,
    hardwareProfilePaths: deployment.hardwareProfilePaths,
    extractHardwareProfileConfig: deployment.extractHardwareProfileConfig,
    extractReplicas: deployment.extractReplicas,
    extractRuntimeArgs: deployment.extractRuntimeArgs,
    extractEnvironmentVariables: deployment.extractEnvironmentVariables,
    extractModelAvailabilityData: deployment.extractModelAvailabilityData,
    extractModelLocationData: deployment.extractModelLocationData,
    extractDeploymentStrategy: deployment.extractDeploymentStrategy,
    extractModelServerTemplate: deployment.extractModelServerTemplate,
  },
  flags,
});

const overrideExtension = (field: CodeRef<unknown>): Extension => ({
  type: 'model-serving.deployment/wizard-field-override',
  properties: { platform: AREA, field },
  flags,
});

const fieldExtension = (field: CodeRef<unknown>): Extension => ({
  type: 'model-serving.deployment/wizard-field',
  properties: { field },
  flags,
});

const applyExtension = (fieldId: string, apply: CodeRef<unknown>): Extension => ({
  type: 'model-serving.deployment/wizard-field-apply',
  properties: { fieldId, platform: NIM_LOCATION, apply },
  flags,
});

const extractorExtension = (fieldId: string, extract: CodeRef<unknown>): Extension => ({
  type: 'model-serving.deployment/wizard-field-extractor',
  properties: { fieldId, platform: KSERVE_PLATFORM, extract },
  flags,
});
