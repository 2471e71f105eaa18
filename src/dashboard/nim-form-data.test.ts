import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../bundle/assemble-inference-service.ts';
import { choicesWith, runtimeWith, servingContainerWith } from '../bundle/deployment.factory.ts';
import { withModel } from '../bundle/service-field.ts';
import type { DeploymentChoices } from '../bundle/deployment-choices.ts';
import { madeByHand } from './deployed-by-others.factory.ts';
import { deployedNim, otherDeployment } from './deployment.factory.ts';
import { type Deployment, KSERVE_PLATFORM } from './host-contract.ts';
import {
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

const deployed = (given: Partial<DeploymentChoices> = {}): Deployment => ({
  modelServingPlatformId: KSERVE_PLATFORM,
  model: assembleInferenceService(choicesWith(given)),
});

const running = (image: string): Deployment => ({
  ...deployed(),
  server: runtimeWith({ containers: [servingContainerWith({ image })] }),
});

describe('whether a deployment is a NIM', () => {
  it('is told by the mark on its runtime, also with an image from a mirror', () => {
    expect(isNimDeployment(deployedNim())).toBe(true);
  });

  it.each([
    ['nvcr.io/nim/meta/llama:1.8.5', true],
    ['nvcr.io/nvidia/tritonserver:24.1', false],
    ['mirror.example/nvcr.io/nim/meta/llama:1.8.5', false],
  ])('is told by the image %s: %s', (image, isNim) => {
    expect(isNimDeployment(running(image))).toBe(isNim);
  });

  it('is told by where its container is to cache, whatever mirror it comes from', () => {
    expect(isNimDeployment(madeByHand())).toBe(true);
  });

  it("is not so for what NVIDIA's operator made, which would undo every change", () => {
    const { model, ...rest } = deployedNim();
    const owner = {
      apiVersion: 'apps.nvidia.com/v1alpha1',
      kind: 'NIMService',
      name: 'n',
      uid: 'u',
    };
    const metadata = { ...model.metadata, ownerReferences: [owner] };
    expect(isNimDeployment({ ...rest, model: { ...model, metadata } })).toBe(false);
  });

  it.each([
    ['a model from object storage', { storage: { key: 'bucket', path: 'llama' } }],
    ['an OCI image', { storageUri: 'oci://registry.example/models/llama:1' }],
    ['a volume', { storageUri: 'pvc://models/llama' }],
  ])("is not so for KServe's own deployment of %s", (_what, source) => {
    const { model, ...rest } = otherDeployment();
    expect(isNimDeployment({ ...rest, model: withModel(model, source) })).toBe(false);
  });

  it('is not so without a runtime, or with one of another kind', () => {
    expect([isNimDeployment(deployed()), isNimDeployment(otherDeployment())]).toEqual([
      false,
      false,
    ]);
  });
});

describe('reading a deployment back into the form', () => {
  it('finds the hardware as the host asks for it', () => {
    const resources = { requests: { cpu: 2 }, limits: { cpu: 2 } };
    const tolerations = [{ key: 'gpu', operator: 'Exists' }];
    const nodeSelector = { gpu: 'true' };
    const profile = { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '1' };
    const deployment = deployed({ hardware: { resources, tolerations, nodeSelector, profile } });
    expect(extractHardwareProfileConfig(deployment)).toEqual({
      data: [
        'nvidia-gpu',
        resources,
        tolerations,
        nodeSelector,
        ['model-serving'],
        'nim-demo',
        'opendatahub',
      ],
    });
  });

  it('says where in the InferenceService the hardware is', () => {
    expect(hardwareProfilePaths).toEqual({
      containerResourcesPath: 'spec.predictor.model.resources',
      tolerationsPath: 'spec.predictor.tolerations',
      nodeSelectorPath: 'spec.predictor.nodeSelector',
    });
  });

  it('finds the replicas', () => {
    expect(extractReplicas(deployed({ replicas: 3 }))).toEqual({ data: 3 });
  });

  it.each([
    [{ maxReplicas: 2 }, 2],
    [{}, 1],
  ])('finds the replicas where others wrote %o: %s', (predictor, data) => {
    const deployment = deployed();
    expect(
      extractReplicas({ ...deployment, model: { ...deployment.model, spec: { predictor } } }),
    ).toEqual({ data });
  });

  it.each([[['--verbose']], [[]]])('finds the arguments %j', (args) => {
    expect(extractRuntimeArgs(deployed({ args }))).toEqual({ enabled: args.length > 0, args });
  });

  it('finds the variables that are written out, and those alone', () => {
    const env = [
      { name: 'NIM_LOG_LEVEL', value: 'INFO' },
      { name: 'EMPTY', value: '' },
      { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'token' } } },
    ];
    const { model, ...rest } = deployed();
    expect(extractEnvironmentVariables({ ...rest, model: withModel(model, { env }) })).toEqual({
      enabled: true,
      variables: [
        { name: 'NIM_LOG_LEVEL', value: 'INFO' },
        { name: 'EMPTY', value: '' },
      ],
    });
  });

  it('finds no variables where there are none', () => {
    expect(extractEnvironmentVariables(deployed())).toEqual({ enabled: false, variables: [] });
  });

  it.each([
    [{ aiAsset: { useCase: 'Chat' } }, { saveAsAiAsset: true, useCase: 'Chat' }],
    [{ aiAsset: {} }, { saveAsAiAsset: true, useCase: '' }],
    [{}, { saveAsAiAsset: false, useCase: '' }],
  ])('finds of %o whether it is an AI asset', (choices, data) => {
    expect(extractModelAvailabilityData(deployed(choices))).toEqual(data);
  });

  it.each(['rolling', 'recreate'] as const)('finds the strategy %s', (strategy) => {
    expect(extractDeploymentStrategy(deployed({ strategy }))).toBe(strategy);
  });

  it('fixes the location', () => {
    expect(extractModelLocationData()).toEqual({
      type: 'nvidia-nim',
      fieldValues: {},
      additionalFields: {},
      disableInputFields: true,
    });
  });

  it('has no serving runtime to choose', () => {
    expect(extractModelServerTemplate()).toBeNull();
  });
});
