import { describe, expect, it } from 'vitest';
import { nimConfigSchema } from './nim-config.ts';

const plain = {
  disconnected: { disableKeyCollection: false },
  disableKeyValidation: false,
  keyScope: 'project',
};

describe('the configuration of the plugin', () => {
  it('may be empty', () => {
    expect(nimConfigSchema.parse({})).toEqual(plain);
  });

  it('may say everything', () => {
    const config = {
      customConfigMap: { name: 'our-models', namespace: 'models' },
      disconnected: { disableKeyCollection: true },
      disableKeyValidation: true,
      keyScope: 'deployment',
    };
    expect(nimConfigSchema.parse(config)).toEqual(config);
  });

  it('may speak of a disconnected cluster without switching the key off', () => {
    expect(nimConfigSchema.parse({ disconnected: {} })).toEqual(plain);
  });

  it('may hold what this version does not know', () => {
    expect(nimConfigSchema.parse({ later: true })).toEqual(plain);
  });

  it.each([
    ['customConfigMap.namespace', { customConfigMap: { name: 'our-models' } }],
    ['customConfigMap.name', { customConfigMap: { name: '', namespace: 'models' } }],
    ['disconnected.disableKeyCollection', { disconnected: { disableKeyCollection: 'true' } }],
    ['disableKeyValidation', { disableKeyValidation: 'no' }],
    ['keyScope', { keyScope: 'cluster' }],
  ])('is refused, and not guessed at, when %s is wrong', (path, config) => {
    const parsed = nimConfigSchema.safeParse(config);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
