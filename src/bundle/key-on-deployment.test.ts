import { describe, expect, it } from 'vitest';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import { deploymentWith, runtimeWith, servingContainerWith } from './deployment.factory.ts';
import { applyKey, extractKey } from './key-on-deployment.ts';

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

describe("reading a deployment's Secrets", () => {
  it.each(['project', 'deployment'] as const)('finds what was written (%s)', (scope) => {
    const written = keySecretNames(scope, 'my-model');
    expect(extractKey(applyKey(deploymentWith(), written))).toEqual(written);
  });

  it('finds none where no key was written', () => {
    expect(extractKey(applyKey(deploymentWith(), undefined))).toBeUndefined();
  });

  it.each([
    ['the key is written out', { env: [{ name: 'NGC_API_KEY', value: 'nvapi-some' }] }],
    ['there is no variable', {}],
  ])('finds none where %s', (_what, container) => {
    const server = runtimeWith({
      containers: [servingContainerWith(container)],
      imagePullSecrets: [{ name: 'nim-image-pull' }],
    });
    expect(extractKey(deploymentWith(server))).toBeUndefined();
  });
});
