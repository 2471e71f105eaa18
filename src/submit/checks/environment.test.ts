import { describe, expect, it } from 'vitest';
import { checkEnvironment } from './environment.ts';

const found = (name: string, value = 'x') =>
  checkEnvironment([{ name, value }], [{ name: 'NIM_LOG_LEVEL', value: 'INFO' }]).map(
    ({ severity, title }) => `${severity}: ${title}`,
  );

describe('an environment variable', () => {
  it.each(['HF_TOKEN', 'a.b-c', '_A', 'NIM_MODEL_PROFILE', 'constructor'])(
    'may be called %s',
    (name) => {
      expect(found(name)).toEqual([]);
    },
  );

  it.each(['PYTHONPATH', 'NGC_API_KEY'])('may not be called %s', (name) => {
    expect(found(name)).toEqual([`stops: The environment variable ${name} cannot be set`]);
  });

  it('may be the key where it comes from a Secret, in which nobody reads it', () => {
    const valueFrom = { secretKeyRef: { name: 'theirs', key: 'NGC_API_KEY' } };
    expect(checkEnvironment([{ name: 'NGC_API_KEY', valueFrom }], [])).toEqual([]);
  });

  it.each(['', '1A', 'A B', 'Ä'])('cannot be called "%s"', (name) => {
    expect(found(name)).toEqual([`stops: "${name}" cannot be the name of an environment variable`]);
  });

  it('may put the cache elsewhere in the volume, and is warned about outside', () => {
    expect(found('NIM_CACHE_PATH', '/mnt/models/cache/llama')).toEqual([]);
    expect(found('NIM_CACHE_PATH', '/mnt/models/cache2')).toEqual([
      'warns: NIM_CACHE_PATH leads out of the model cache',
    ]);
  });

  it('is warned about when it moves the model from the port that is asked', () => {
    expect(found('NIM_SERVER_PORT', '8000')).toEqual([]);
    expect(found('NIM_SERVER_PORT', '9000')).toEqual([
      'warns: NIM_SERVER_PORT moves the model to another port',
    ]);
  });

  it("is warned about when it replaces the runtime's, with another value", () => {
    expect(found('NIM_LOG_LEVEL', 'INFO')).toEqual([]);
    expect(found('NIM_LOG_LEVEL', 'DEBUG')).toEqual([
      "warns: The environment variable NIM_LOG_LEVEL replaces the runtime's",
    ]);
  });

  it('may be there once only', () => {
    const variables = ['A', 'B', 'A', 'A'].map((name) => ({ name, value: '1' }));
    expect(checkEnvironment(variables, [])).toMatchObject([
      { severity: 'stops', title: 'The environment variable A is there twice' },
    ]);
  });
});
