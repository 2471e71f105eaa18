import { describe, expect, it } from 'vitest';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { InferenceService, ServingRuntime } from '../cluster/kubernetes.ts';
import { deploymentWith } from './deployment.factory.ts';
import { applyKey } from './key-on-deployment.ts';
import { keyUsers } from './key-users.ts';

const names = keySecretNames('project', '');

const deployed = (
  name: string,
  displayName: string,
  of = names,
): { runtime: ServingRuntime; service: InferenceService } => {
  const { model, server } = applyKey(deploymentWith(), of);
  const metadata = { name, namespace: 'nim-demo' };
  return {
    runtime: { ...server, metadata },
    service: {
      ...model,
      metadata: { ...metadata, annotations: { 'openshift.io/display-name': displayName } },
      spec: { predictor: { model: { runtime: name } } },
    },
  };
};

const usersOf = (...deployments: ReturnType<typeof deployed>[]): string[] =>
  keyUsers({
    names,
    runtimes: deployments.map(({ runtime }) => runtime),
    services: deployments.map(({ service }) => service),
  }).map(({ displayName }) => displayName);

describe('the deployments that use a key', () => {
  it('are those whose runtimes take it, by name', () => {
    const own = keySecretNames('deployment', 'c');
    expect(
      usersOf(deployed('a', 'Zebra'), deployed('b', 'Ape'), deployed('c', 'Cat', own)),
    ).toEqual(['Ape', 'Zebra']);
  });

  it('are also those that only pull with it', () => {
    const one = deployed('a', 'Ape');
    one.runtime.spec = { ...one.runtime.spec, containers: [{ name: 'kserve-container' }] };
    expect(usersOf(one)).toEqual(['Ape']);
  });

  it('are also those that only start with it', () => {
    const one = deployed('a', 'Ape');
    one.runtime.spec = { ...one.runtime.spec, imagePullSecrets: [] };
    expect(usersOf(one)).toEqual(['Ape']);
  });

  it('are none where the runtime is left of a deployment that is gone', () => {
    const { runtime } = deployed('a', 'Ape');
    expect(keyUsers({ names, runtimes: [runtime], services: [] })).toEqual([]);
  });

  it('have their own name where nobody gave them another', () => {
    const { runtime, service } = deployed('a', 'Ape');
    const nameless = { ...service, metadata: { name: 'a', namespace: 'nim-demo' } };
    expect(keyUsers({ names, runtimes: [runtime], services: [nameless] })).toMatchObject([
      { name: 'a', displayName: 'a' },
    ]);
  });
});
