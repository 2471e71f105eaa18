import { describe, expect, it } from 'vitest';
import { profileGpus } from './profile-gpus.ts';

const profile = (identifiers: unknown, annotations = {}) => ({
  apiVersion: 'infrastructure.opendatahub.io/v1',
  kind: 'HardwareProfile',
  metadata: { name: 'profile', annotations },
  spec: { identifiers },
});

const gpu = (counts: object, identifier = 'nvidia.com/gpu') => ({
  identifier,
  displayName: 'GPU',
  minCount: 1,
  ...counts,
});

describe('the GPUs that a hardware profile can give', () => {
  it('are as many as it allows, or else as it proposes', () => {
    expect(profileGpus(profile([gpu({ defaultCount: 1, maxCount: 8 })]))).toBe(8);
    expect(profileGpus(profile([gpu({ defaultCount: '2' })]))).toBe(2);
  });

  it('may be parts of one', () => {
    expect(profileGpus(profile([gpu({ defaultCount: 1 }, 'nvidia.com/mig-3g.20gb')]))).toBe(1);
  });

  it('are none of other resources', () => {
    const others = [gpu({ defaultCount: 4 }, 'cpu'), gpu({ defaultCount: 1 }, 'amd.com/gpu')];
    expect(profileGpus(profile(others))).toBe(0);
  });

  it('are none where it is switched off or cannot be read', () => {
    const off = { 'opendatahub.io/disabled': 'true' };
    expect(profileGpus(profile([gpu({ defaultCount: 1 })], off))).toBe(0);
    expect(profileGpus(profile('many'))).toBe(0);
  });
});
