import { describe, expect, it } from 'vitest';
import { stateWith } from '../field.factory.ts';
import type { DeployExtension } from '../wizard-extensions.ts';
import { chooseDeployMethod } from './deploy-method.ts';

const method = (
  platform: string,
  priority: number,
  isActive: DeployExtension['isActive'] = true,
): DeployExtension => ({
  platform,
  priority,
  isActive,
  deploy: () => Promise.reject(new Error('not called')),
});
const choose = (...extensions: DeployExtension[]) =>
  chooseDeployMethod(extensions, stateWith())?.platform;

const onlyNim: DeployExtension['isActive'] = (state) =>
  state.modelLocationData.data?.type === 'nvidia-nim';

describe('chooseDeployMethod', () => {
  it('takes the active one of the highest priority', () => {
    expect(choose(method('kserve', 0), method('nim', 60, onlyNim))).toBe('nim');
    expect(
      choose(
        method('kserve', 0),
        method('nim', 60, () => false),
      ),
    ).toBe('kserve');
  });

  it('takes none if none is active', () => {
    expect(choose(method('nim', 60, () => false))).toBeUndefined();
  });
});
