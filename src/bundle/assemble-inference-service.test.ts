import { describe, expect, it } from 'vitest';
import type { InferenceService } from '../cluster/kubernetes.ts';
import { assembleInferenceService } from './assemble-inference-service.ts';
import type { DeploymentChoices } from './deployment-choices.ts';
import { choicesWith } from './deployment.factory.ts';

const gpu: DeploymentChoices['hardware'] = {
  resources: { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 1 } },
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
  nodeSelector: { 'nvidia.com/gpu.present': 'true' },
  profile: { name: 'nvidia-gpu', namespace: 'opendatahub', resourceVersion: '42' },
};

/** Every option switched on. */
const everything = choicesWith({
  description: 'For the demo',
  replicas: 3,
  hardware: gpu,
  externalRoute: true,
  tokens: [{ displayName: 'Default', name: 'default' }],
  args: ['--verbose'],
  env: [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }],
  strategy: 'recreate',
  aiAsset: { useCase: 'Chat' },
});

describe('a new InferenceService', () => {
  it("is, with nothing switched on, what the host's own KServe deployments are", () => {
    expect(assembleInferenceService(choicesWith())).toEqual({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: {
        name: 'my-model',
        namespace: 'nim-demo',
        labels: { 'opendatahub.io/dashboard': 'true' },
        annotations: {
          'openshift.io/display-name': 'My model',
          'openshift.io/description': '',
          'security.opendatahub.io/enable-auth': 'false',
        },
      },
      spec: {
        predictor: {
          minReplicas: 1,
          maxReplicas: 1,
          deploymentStrategy: { type: 'RollingUpdate' },
          model: { runtime: 'my-model' },
        },
      },
    });
  });

  it('has everything that was switched on', () => {
    expect(assembleInferenceService(everything)).toEqual({
      apiVersion: 'serving.kserve.io/v1beta1',
      kind: 'InferenceService',
      metadata: {
        name: 'my-model',
        namespace: 'nim-demo',
        labels: {
          'opendatahub.io/dashboard': 'true',
          'networking.kserve.io/visibility': 'exposed',
          'opendatahub.io/genai-asset': 'true',
        },
        annotations: {
          'openshift.io/display-name': 'My model',
          'openshift.io/description': 'For the demo',
          'security.opendatahub.io/enable-auth': 'true',
          'opendatahub.io/genai-use-case': 'Chat',
          'opendatahub.io/hardware-profile-name': 'nvidia-gpu',
          'opendatahub.io/hardware-profile-namespace': 'opendatahub',
          'opendatahub.io/hardware-profile-resource-version': '42',
        },
      },
      spec: {
        predictor: {
          minReplicas: 3,
          maxReplicas: 3,
          deploymentStrategy: { type: 'Recreate' },
          tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
          nodeSelector: { 'nvidia.com/gpu.present': 'true' },
          model: {
            runtime: 'my-model',
            resources: { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 1 } },
            args: ['--verbose'],
            env: [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }],
          },
        },
      },
    });
  });

  it('is an AI asset without a use case when none was given', () => {
    const { metadata } = assembleInferenceService(choicesWith({ aiAsset: {} }));
    expect(metadata.labels).toHaveProperty(['opendatahub.io/genai-asset'], 'true');
    expect(metadata.annotations).not.toHaveProperty(['opendatahub.io/genai-use-case']);
  });

  it('has no field that is undefined: JSON and the object say the same', () => {
    const service = assembleInferenceService(
      choicesWith({ hardware: { ...gpu, tolerations: [] } }),
    );
    expect(JSON.parse(JSON.stringify(service))).toStrictEqual(service);
  });
});

/** A deployment as it comes from the cluster, changed there by others, too. */
const existing: InferenceService = {
  ...assembleInferenceService(everything),
  metadata: {
    ...assembleInferenceService(everything).metadata,
    uid: 'uid-1',
    resourceVersion: '7',
    labels: { ...assembleInferenceService(everything).metadata.labels, team: 'blue' },
    annotations: {
      ...assembleInferenceService(everything).metadata.annotations,
      'serving.kserve.io/stop': 'true',
    },
  },
  spec: {
    transformer: { minReplicas: 1 },
    predictor: {
      ...assembleInferenceService(everything).spec.predictor,
      timeout: 600,
      model: {
        ...assembleInferenceService(everything).spec.predictor.model,
        runtime: 'another-runtime',
        modelFormat: { name: 'llama', version: '1.8' },
        protocolVersion: 'v2',
        env: [
          { name: 'NIM_LOG_LEVEL', value: 'INFO' },
          { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'token' } } },
        ],
      },
    },
  },
};

describe('an edited InferenceService', () => {
  it('keeps what the form knows nothing of', () => {
    const edited = assembleInferenceService(everything, existing);
    expect(edited.metadata).toMatchObject({
      uid: 'uid-1',
      resourceVersion: '7',
      labels: { team: 'blue' },
      annotations: { 'serving.kserve.io/stop': 'true' },
    });
    expect(edited.spec).toMatchObject({
      transformer: { minReplicas: 1 },
      predictor: {
        timeout: 600,
        model: {
          runtime: 'another-runtime',
          modelFormat: { name: 'llama', version: '1.8' },
          protocolVersion: 'v2',
        },
      },
    });
  });

  it('is the same when nothing was changed', () => {
    const once = assembleInferenceService(everything, existing);
    expect(assembleInferenceService(everything, once)).toEqual(once);
  });

  it('loses what was switched off, and nothing else', () => {
    const off = choicesWith({ description: 'For the demo', hardware: gpu });
    const { metadata, spec } = assembleInferenceService(off, existing);
    expect(metadata.labels).toEqual({ 'opendatahub.io/dashboard': 'true', team: 'blue' });
    expect(metadata.annotations).toEqual({
      'openshift.io/display-name': 'My model',
      'openshift.io/description': 'For the demo',
      'security.opendatahub.io/enable-auth': 'false',
      'opendatahub.io/hardware-profile-name': 'nvidia-gpu',
      'opendatahub.io/hardware-profile-namespace': 'opendatahub',
      'opendatahub.io/hardware-profile-resource-version': '42',
      'serving.kserve.io/stop': 'true',
    });
    expect(spec.predictor.model).not.toHaveProperty('args');
  });

  it('loses the variables of the form, but none that comes from a Secret', () => {
    const { spec } = assembleInferenceService(choicesWith(), existing);
    expect(spec.predictor.model?.env).toEqual([
      { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hf', key: 'token' } } },
    ]);
  });

  it('has a variable of the form in place of one from a Secret of the same name', () => {
    const env = [{ name: 'HF_TOKEN', value: 'none' }];
    const { spec } = assembleInferenceService(choicesWith({ env }), existing);
    expect(spec.predictor.model?.env).toEqual(env);
  });

  it('takes of another hardware profile everything, also what it does not have', () => {
    const cpu = {
      resources: { requests: { cpu: 2 }, limits: { cpu: 2 } },
      profile: { name: 'small-cpu', namespace: 'opendatahub', resourceVersion: '1' },
    };
    const { metadata, spec } = assembleInferenceService(choicesWith({ hardware: cpu }), existing);
    expect(metadata.annotations).toMatchObject({
      'opendatahub.io/hardware-profile-name': 'small-cpu',
      'opendatahub.io/hardware-profile-resource-version': '1',
    });
    expect(spec.predictor).not.toHaveProperty('tolerations');
    expect(spec.predictor).not.toHaveProperty('nodeSelector');
    expect(spec.predictor.model?.resources).toEqual(cpu.resources);
  });

  it('keeps its hardware, and no profile, when the existing settings are to stay', () => {
    const { metadata, spec } = assembleInferenceService(choicesWith(), existing);
    expect(Object.keys(metadata.annotations ?? {})).not.toContainEqual(
      expect.stringContaining('hardware-profile'),
    );
    expect(spec.predictor).toMatchObject({
      tolerations: gpu.tolerations,
      nodeSelector: gpu.nodeSelector,
      model: { resources: gpu.resources },
    });
  });

  it('does not change the object that it was made from', () => {
    const before = structuredClone(existing);
    assembleInferenceService(choicesWith(), existing);
    expect(existing).toEqual(before);
  });
});
