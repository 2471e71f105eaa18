import { describe, expect, it } from 'vitest';
import { type CodeSource, extensionList } from './extension-list.ts';
import type { Extension } from './host-contract.ts';

/** The plugin's code as something that says what was asked of it. */
const recordedCode = (): { code: CodeSource; loaded: string[] } => {
  const loaded: string[] = [];
  const module = (name: string) => async () => {
    loaded.push(name);
    return new Proxy(
      {},
      {
        get: (_target, member) => (member === 'then' ? undefined : `${name}.${String(member)}`),
        has: (_target, member) => member === 'default',
      },
    );
  };
  return {
    loaded,
    code: {
      fields: module('fields'),
      deployment: module('deployment'),
      settings: module('settings'),
    } as unknown as CodeSource,
  };
};

const referencesIn = (value: unknown): (() => unknown)[] => {
  if (typeof value === 'function') {
    return [value as () => unknown];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(referencesIn)
    : [];
};

/** The list as the host sees it after it has called every function in `properties`. */
const resolved = async (extensions: Extension[]): Promise<unknown[]> =>
  Promise.all(
    extensions.map(async ({ properties, ...extension }) => ({
      ...extension,
      properties: Object.fromEntries(
        await Promise.all(
          Object.entries(properties).map(async ([name, value]) => [
            name,
            typeof value === 'function' ? seen(await (value as () => unknown)()) : value,
          ]),
        ),
      ) as unknown,
    })),
  );

/** Of a module the host takes the default export. */
const seen = (code: unknown): unknown =>
  typeof code === 'object' && code !== null && 'default' in code ? { default: code.default } : code;

const fail = () => Promise.reject(new Error('no network'));

const flags = { required: ['nim-wizard'] };
const PREFIX = 'model-serving.deployment';

describe('the list of extensions', () => {
  it('is this', async () => {
    expect(await resolved(extensionList(recordedCode().code))).toEqual([
      { type: 'app.area', properties: { id: 'nim-wizard', reliantAreas: ['nim-model'] } },
      {
        type: `${PREFIX}/wizard-field-override`,
        properties: { platform: 'nim-wizard', field: 'fields.modelTypeOverride' },
        flags,
      },
      {
        type: `${PREFIX}/wizard-field-override`,
        properties: { platform: 'nim-wizard', field: 'fields.deploymentStrategyOverride' },
        flags,
      },
      { type: `${PREFIX}/wizard-field`, properties: { field: 'fields.apiKeyField' }, flags },
      { type: `${PREFIX}/wizard-field`, properties: { field: 'fields.modelField' }, flags },
      { type: `${PREFIX}/wizard-field`, properties: { field: 'fields.storageField' }, flags },
      { type: `${PREFIX}/wizard-field`, properties: { field: 'fields.hardwareField' }, flags },
      { type: `${PREFIX}/wizard-field`, properties: { field: 'fields.reviewField' }, flags },
      {
        type: `${PREFIX}/deploy`,
        properties: {
          platform: 'nvidia-nim',
          isActive: 'deployment.isDeployActive',
          priority: 50,
          supportsOverwrite: true,
          deploy: 'deployment.deployNim',
        },
        flags,
      },
      ...[
        ['model', 'applyModelField'],
        ['storage', 'applyStorageField'],
        ['apiKey', 'applyKeyField'],
      ].map(([field, apply]) => ({
        type: `${PREFIX}/wizard-field-apply`,
        properties: {
          fieldId: `nimWizard/${field}`,
          platform: 'nvidia-nim',
          apply: `deployment.${apply}`,
        },
        flags,
      })),
      ...[
        ['model', 'extractModelField'],
        ['storage', 'extractStorageField'],
        ['apiKey', 'extractKeyField'],
      ].map(([field, extract]) => ({
        type: `${PREFIX}/wizard-field-extractor`,
        properties: {
          fieldId: `nimWizard/${field}`,
          platform: 'kserve',
          extract: `deployment.${extract}`,
        },
        flags,
      })),
      {
        type: `${PREFIX}/form-data`,
        properties: {
          platform: 'kserve',
          isActive: 'deployment.isNimDeployment',
          priority: 50,
          hardwareProfilePaths: 'deployment.hardwareProfilePaths',
          extractHardwareProfileConfig: 'deployment.extractHardwareProfileConfig',
          extractReplicas: 'deployment.extractReplicas',
          extractRuntimeArgs: 'deployment.extractRuntimeArgs',
          extractEnvironmentVariables: 'deployment.extractEnvironmentVariables',
          extractModelAvailabilityData: 'deployment.extractModelAvailabilityData',
          extractModelLocationData: 'deployment.extractModelLocationData',
          extractDeploymentStrategy: 'deployment.extractDeploymentStrategy',
          extractModelServerTemplate: 'deployment.extractModelServerTemplate',
        },
        flags,
      },
      {
        type: 'app.project-details/settings-card',
        properties: {
          id: 'nim-settings',
          title: 'NVIDIA NIM',
          component: { default: 'settings.default' },
        },
        flags,
      },
    ]);
  });

  it('loads nothing by being made', () => {
    const { code, loaded } = recordedCode();
    extensionList(code);
    expect(loaded).toEqual([]);
  });

  it('loads, of each reference, nothing before it is called', async () => {
    const { code, loaded } = recordedCode();
    const [first] = referencesIn(extensionList(code).map(({ properties }) => properties));
    expect(loaded).toEqual([]);
    await first?.();
    expect(loaded).toEqual(['fields']);
  });

  it('answers every call of a reference, without arguments, with a promise', () => {
    const references = referencesIn(
      extensionList(recordedCode().code).map(({ properties }) => properties),
    );
    expect(references).toHaveLength(7 + 2 + 6 + 10 + 1);
    expect(references.map((reference) => reference())).toEqual(
      references.map(() => expect.any(Promise)),
    );
  });

  it('answers with a rejected promise, and throws nothing, when the code cannot be loaded', async () => {
    const references = referencesIn(
      extensionList({ fields: fail, deployment: fail, settings: fail }),
    );
    const outcomes = await Promise.allSettled(references.map((reference) => reference()));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it('needs the area of the plugin for everything but the area itself', () => {
    const [area, ...others] = extensionList(recordedCode().code);
    expect(area).not.toHaveProperty('flags');
    expect(new Set(others.map((extension) => JSON.stringify(extension.flags)))).toEqual(
      new Set([JSON.stringify(flags)]),
    );
  });
});
