import { describe, expect, it } from 'vitest';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import { deploymentWith, runtimeWith, servingContainerWith } from './deployment.factory.ts';
import { applyKey, hasKey, secretsInUse } from './key-on-deployment.ts';
import { withModel } from './service-field.ts';

const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };
const fromSecret = (name: string) => ({
  name: 'NGC_API_KEY',
  valueFrom: { secretKeyRef: { name, key: 'NGC_API_KEY' } },
});

describe("a key's Secrets on a runtime", () => {
  it('are one to read the key from and one to pull with', () => {
    expect(applyKey(deploymentWith(), names).server.spec).toEqual({
      containers: [{ name: 'kserve-container', env: [fromSecret('nim-api-key')] }],
      imagePullSecrets: [{ name: 'nim-image-pull' }],
    });
  });

  it('take the place of those that a template names', () => {
    const server = runtimeWith({
      containers: [
        servingContainerWith({
          env: [fromSecret('nvidia-nim-secrets'), { name: 'A', value: 'b' }],
        }),
      ],
      imagePullSecrets: [{ name: 'ngc-secret' }],
    });
    expect(applyKey(deploymentWith(server), names).server.spec).toEqual({
      containers: [
        { name: 'kserve-container', env: [{ name: 'A', value: 'b' }, fromSecret('nim-api-key')] },
      ],
      imagePullSecrets: [{ name: 'nim-image-pull' }],
    });
  });

  it('are not there without a key', () => {
    expect(applyKey(deploymentWith(), undefined)).toEqual(deploymentWith());
  });

  it('change nothing on the InferenceService', () => {
    expect(applyKey(deploymentWith(), names).model).toEqual(deploymentWith().model);
  });

  it('change nothing without a runtime', () => {
    const { model } = deploymentWith();
    expect(applyKey({ model }, names)).toEqual({ model });
  });
});

describe('whether a deployment has a key', () => {
  it.each(['project', 'deployment'] as const)('is so when one was written (%s)', (scope) => {
    const written = applyKey(deploymentWith(), keySecretNames(scope, 'my-model'));
    expect(hasKey(written)).toBe(true);
  });

  it('is not so when none was written', () => {
    expect(hasKey(applyKey(deploymentWith(), undefined))).toBe(false);
  });

  it.each([
    ['a key that is written out', { env: [{ name: 'NGC_API_KEY', value: 'nvapi-some' }] }, {}],
    ['a pull secret alone', {}, { imagePullSecrets: [{ name: 'mirror' }] }],
  ])('is so with %s', (_what, container, spec) => {
    const server = runtimeWith({ containers: [servingContainerWith(container)], ...spec });
    expect(hasKey(deploymentWith(server))).toBe(true);
  });

  it('is so with a key on the InferenceService', () => {
    const { model, server } = deploymentWith();
    const env = [fromSecret('ngc')];
    expect(hasKey({ model: withModel(model, { env }), server })).toBe(true);
  });
});

describe('the Secrets that a deployment takes its key from', () => {
  it('are those that were written', () => {
    expect(secretsInUse(applyKey(deploymentWith(), names))).toEqual(names);
  });

  it('are none where no key was written', () => {
    expect(secretsInUse(applyKey(deploymentWith(), undefined))).toBeUndefined();
  });
});
