import { describe, expect, it } from 'vitest';
import type { HostHardwareProfile } from '../../../../src/dashboard/host-contract.ts';
import {
  describe as describeProfile,
  isEnabled,
  matchProfile,
  resourcesOf,
} from './hardware-profile.ts';

const gpu: HostHardwareProfile = {
  apiVersion: 'infrastructure.opendatahub.io/v1',
  kind: 'HardwareProfile',
  metadata: { name: 'nvidia-gpu' },
  spec: {
    identifiers: [
      { identifier: 'cpu', displayName: 'CPU', defaultCount: 4 },
      { identifier: 'nvidia.com/gpu', displayName: 'GPU', defaultCount: 1 },
    ],
    scheduling: {
      node: { nodeSelector: { gpu: 'yes' }, tolerations: [{ key: 'nvidia.com/gpu' }] },
    },
  },
};
const resources = resourcesOf(gpu);

describe('a hardware profile', () => {
  it('gives its default counts as requests and as limits', () => {
    const counts = { cpu: 4, 'nvidia.com/gpu': 1 };
    expect(resources).toEqual({ requests: counts, limits: counts });
  });

  it('says in one line what it gives', () => {
    expect(describeProfile(gpu)).toBe('CPU: 4, GPU: 1');
  });

  it('is offered unless it is annotated as disabled', () => {
    const annotations = { 'opendatahub.io/disabled': 'true' };
    expect(isEnabled(gpu)).toBe(true);
    expect(isEnabled({ ...gpu, metadata: { name: 'off', annotations } })).toBe(false);
  });
});

describe('matchProfile', () => {
  const scheduling = {
    resources,
    tolerations: [{ key: 'nvidia.com/gpu' }, { key: 'other' }],
    nodeSelector: { gpu: 'yes' },
  };

  it('finds the profile that a deployment could have been made from', () => {
    expect(matchProfile([gpu], scheduling)).toBe(gpu);
  });

  it.each([
    ['a toleration', { ...scheduling, tolerations: [] }],
    ['a node label', { ...scheduling, nodeSelector: {} }],
    ['a resource', { ...scheduling, resources: { requests: { cpu: 4 }, limits: { cpu: 4 } } }],
  ])('finds none if %s is missing', (_what, without) => {
    expect(matchProfile([gpu], without)).toBeUndefined();
  });
});
