import { describe, expect, it } from 'vitest';
import type { Secret } from '../../../../../src/cluster/kubernetes.ts';
import type { Deployment } from '../../../../../src/dashboard/host-contract.ts';
import { chooseFormData, readFormData, type FormDataExtension } from './read-form-data.ts';

const deployment = (
  annotations: Record<string, string> = {},
  labels: Record<string, string> = {},
): Deployment => ({
  modelServingPlatformId: 'kserve',
  model: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'llama', namespace: 'nim-demo', annotations, labels },
    spec: { predictor: {} },
  },
});

const extension = (given: Partial<FormDataExtension> = {}): FormDataExtension => ({
  platform: 'kserve',
  extractHardwareProfileConfig: () => ({ data: ['nvidia-gpu'] }),
  extractReplicas: () => ({ data: 2 }),
  extractRuntimeArgs: () => null,
  extractEnvironmentVariables: () => null,
  extractModelAvailabilityData: () => null,
  extractModelLocationData: () => ({ type: 'nvidia-nim', fieldValues: {}, additionalFields: {} }),
  extractModelServerTemplate: () => null,
  ...given,
});

const token: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: {
    name: 'default-llama-sa',
    uid: 'uid',
    annotations: { 'openshift.io/display-name': 'default' },
  },
  type: 'kubernetes.io/service-account-token',
  data: { token: 'c2VjcmV0' },
};

const read = (given: Partial<Parameters<typeof readFormData>[0]> = {}) =>
  readFormData({
    deployment: deployment(),
    tokenSecrets: [],
    formData: extension(),
    extractors: [],
    dashboardNamespace: 'opendatahub',
    ...given,
  });
const initialDataOf = (given: Partial<Parameters<typeof readFormData>[0]> = {}) => {
  const result = read(given);
  return result.status === 'read' ? result.initialData : expect.unreachable('It was not read.');
};

const extractor = (fieldId: string, platform: string, value: unknown) => ({
  fieldId,
  platform,
  extract: () => value,
});

describe('chooseFormData', () => {
  it('takes the active one of the platform that has the highest priority', () => {
    const plain = extension();
    const nim = extension({ priority: 60, isActive: () => true });
    const inactive = extension({ priority: 90, isActive: () => false });
    const other = extension({ priority: 99, platform: 'llmd' });
    expect(chooseFormData([plain, nim, inactive, other], deployment())).toBe(nim);
  });
});

describe('readFormData', () => {
  it('reads name, description and what the extension extracts, and leaves out what it does not', () => {
    const annotations = {
      'openshift.io/display-name': 'Llama',
      'openshift.io/description': 'A model',
    };
    expect(initialDataOf({ deployment: deployment(annotations) })).toEqual({
      k8sNameDesc: { name: 'Llama', description: 'A model', resourceName: 'llama' },
      hardwareProfile: ['nvidia-gpu'],
      numReplicas: 2,
      modelLocationData: { type: 'nvidia-nim', fieldValues: {}, additionalFields: {} },
      externalRoute: false,
      tokenAuthentication: [],
      existingAuthTokens: [],
      isEditing: true,
    });
  });

  it('adds what extractors of the platform, or of all, find for their fields', () => {
    const initialData = initialDataOf({
      extractors: [
        extractor('nimWizard/model', 'kserve', { name: 'llama' }),
        extractor('any', 'all', 1),
        extractor('other', 'llmd', 1),
        extractor('nothing', 'kserve', undefined),
      ],
    });
    expect(initialData).toMatchObject({ 'nimWizard/model': { name: 'llama' }, any: 1 });
    expect(Object.keys(initialData)).not.toEqual(expect.arrayContaining(['other']));
    expect('nothing' in initialData).toBe(false);
  });

  it('names the tokens that there are, without their values', () => {
    const initialData = initialDataOf({ tokenSecrets: [token] });
    expect(initialData.tokenAuthentication).toEqual([
      { uuid: 'uid', k8sName: 'default-llama-sa', displayName: 'default', error: '' },
    ]);
    expect(JSON.stringify(initialData)).not.toContain('c2VjcmV0');
  });

  it('knows an exposed deployment, and one without token authentication', () => {
    const exposed = deployment(
      { 'security.opendatahub.io/enable-auth': 'false' },
      { 'networking.kserve.io/visibility': 'exposed' },
    );
    expect(initialDataOf({ deployment: exposed, tokenSecrets: [token] })).toMatchObject({
      externalRoute: true,
      tokenAuthentication: [],
    });
  });

  it('survives the structured clone of the router’s history', () => {
    const initialData = initialDataOf({ tokenSecrets: [token] });
    expect(structuredClone(initialData)).toEqual(initialData);
  });

  it.each([
    [extension({ extractReplicas: () => ({ error: 'Autoscaled.' }) }), ['Autoscaled.']],
    [extension({ validateExtraction: () => ['Two containers.'] }), ['Two containers.']],
    [undefined, ['No extension reads deployments like this one.']],
  ])('says why a deployment cannot be shown in the form', (formData, reasons) => {
    expect(read({ formData })).toEqual({ status: 'unreadable', reasons });
  });
});
