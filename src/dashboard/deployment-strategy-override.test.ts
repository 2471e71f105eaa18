import { describe, expect, it } from 'vitest';
import { deploymentStrategyOverride } from './deployment-strategy-override.ts';
import { modelTypeOverride } from './model-type-override.ts';

const isShown = (type?: string): boolean =>
  deploymentStrategyOverride.isActive({
    modelType: type === undefined ? {} : { data: { type } },
  });

describe('the choice of the deployment strategy', () => {
  it('is shown for the model type that a NIM is forced to have', () => {
    expect(isShown(modelTypeOverride.extraOption.key)).toBe(true);
  });

  it.each(['generative', 'predictive', undefined])(
    'is left to the host for the type %s',
    (type) => {
      expect(isShown(type)).toBe(false);
    },
  );

  it('is left to the host as long as there is no type at all', () => {
    expect(deploymentStrategyOverride.isActive({})).toBe(false);
  });
});
