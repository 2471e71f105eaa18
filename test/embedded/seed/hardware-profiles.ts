import type { KubernetesObject } from '../../../src/cluster/kubernetes.ts';
import { dashboardNamespace } from './namespaces.ts';

interface Identifier {
  identifier: string;
  displayName: string;
  resourceType: string;
  minCount: number | string;
  maxCount?: number | string;
  defaultCount: number | string;
}

const cpu = (defaultCount: number): Identifier => ({
  identifier: 'cpu',
  displayName: 'CPU',
  resourceType: 'CPU',
  minCount: 1,
  maxCount: 16,
  defaultCount,
});

const memory = (defaultCount: string): Identifier => ({
  identifier: 'memory',
  displayName: 'Memory',
  resourceType: 'Memory',
  minCount: '2Gi',
  maxCount: '256Gi',
  defaultCount,
});

const gpu = (defaultCount: number): Identifier => ({
  identifier: 'nvidia.com/gpu',
  displayName: 'NVIDIA GPU',
  resourceType: 'Accelerator',
  minCount: 1,
  maxCount: 8,
  defaultCount,
});

const onGpuNodes = {
  nodeSelector: { 'nvidia.com/gpu.present': 'true' },
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
};

interface HardwareProfile extends KubernetesObject {
  spec: { identifiers: Identifier[]; scheduling?: object };
}

const profile = (given: {
  name: string;
  displayName: string;
  disabled?: boolean;
  identifiers: Identifier[];
  node?: object;
}): HardwareProfile => ({
  apiVersion: 'infrastructure.opendatahub.io/v1',
  kind: 'HardwareProfile',
  metadata: {
    name: given.name,
    namespace: dashboardNamespace,
    annotations: {
      'opendatahub.io/display-name': given.displayName,
      'opendatahub.io/disabled': String(given.disabled ?? false),
    },
  },
  spec: {
    identifiers: given.identifiers,
    ...(given.node ? { scheduling: { type: 'Node', node: given.node } } : {}),
  },
});

/** One profile without a GPU, one with, and one that an administrator has switched off. */
export const hardwareProfiles: KubernetesObject[] = [
  profile({
    name: 'small-cpu',
    displayName: 'Small, CPU only',
    identifiers: [cpu(2), memory('8Gi')],
  }),
  profile({
    name: 'nvidia-gpu',
    displayName: 'NVIDIA GPU',
    identifiers: [cpu(4), memory('32Gi'), gpu(1)],
    node: onGpuNodes,
  }),
  profile({
    name: 'retired-gpu',
    displayName: 'Retired GPU nodes',
    disabled: true,
    identifiers: [cpu(2), memory('16Gi'), gpu(1)],
    node: onGpuNodes,
  }),
];
