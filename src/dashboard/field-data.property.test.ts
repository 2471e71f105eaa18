import { array, assert, constantFrom, property, record, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { keySecretNames, OLDER_SECRETS } from '../apiKey/key-secrets.ts';
import { runtimeWith, servingContainerWith } from '../bundle/deployment.factory.ts';
import { secretsInUse } from '../bundle/key-on-deployment.ts';
import type { Volume } from '../cluster/kubernetes.ts';
import type { ChosenModel } from '../wizard/model/model-field-value.ts';
import {
  isSubPath,
  isVolumeName,
  type NewVolume,
  storageChoice,
  type StorageFieldValue,
} from '../wizard/storage/storage-field-value.ts';
import { madeByHand } from './deployed-by-others.factory.ts';
import { assembledDeployment } from './deployment.factory.ts';
import {
  applyKeyField,
  applyModelField,
  applyStorageField,
  extractKeyField,
  extractModelField,
  extractStorageField,
} from './field-data.ts';
import type { Deployment } from './host-contract.ts';
import { isNimDeployment } from './nim-form-data.ts';
import { stateWith } from './wizard-state.factory.ts';

/** Names by a pattern take their time to be made up. */
const RUNS = { numRuns: 40 };

const part = stringMatching(/^[a-z0-9]{1,6}([._-][a-z0-9]{1,6}){0,2}$/);
const tag = stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}$/);
const model = record({ team: part, name: part }).map(({ team, name }) => ({
  namespace: `nim/${team}`,
  name,
  displayName: name,
}));

/** NVIDIA's registry, or a mirror of it: with a port or without, in a folder or in none. */
const prefix = record({
  host: constantFrom('nvcr.io', 'mirror.example', 'mirror.example:5000', 'localhost:5000'),
  folders: array(
    part.filter((one) => one !== 'nim'),
    { maxLength: 2 },
  ),
}).map(({ host, folders }) => [host, ...folders].join('/'));

const onDeployment = (name: string) =>
  stateWith({ k8sNameDesc: { data: { name, description: '', k8sName: { value: name } } } });

describe('the model of any deployment', () => {
  it('is read as it was chosen', () => {
    assert(
      property(model, tag, (someModel, someTag) => {
        const chosen: ChosenModel = { kind: 'chosen', model: someModel, tag: someTag };
        const read = extractModelField(applyModelField(assembledDeployment(), chosen));
        expect(read).toMatchObject(chosen);
      }),
      RUNS,
    );
  });

  it('is read from any mirror, and in another version pulled from there', () => {
    assert(
      property(prefix, model, tag, tag, (place, someModel, one, other) => {
        const image = `${place}/${someModel.namespace}/${someModel.name}`;
        const deployment = madeByHand(`${image}:${one}`);
        const read = extractModelField(deployment);
        expect(read).toMatchObject({ kind: 'chosen', model: someModel, tag: one });
        const changed = applyModelField(deployment, { ...(read as ChosenModel), tag: other });
        expect(changed.server?.spec.containers[0]?.image).toBe(`${image}:${other}`);
        expect(extractModelField(changed)).toMatchObject({ model: someModel, tag: other });
      }),
      RUNS,
    );
  });

  it('is written to the letter when it was left alone', () => {
    assert(
      property(prefix, model, tag, (place, { namespace, name }, someTag) => {
        const deployment = madeByHand(`${place}/${namespace}/${name}:${someTag}`);
        const read = extractModelField(deployment);
        expect(read && applyModelField(deployment, read)).toBe(deployment);
      }),
      RUNS,
    );
  });
});

/** A claim's name may hold dots, which a volume's name in the pod may not. */
const claimName = stringMatching(/^[a-z0-9]{1,8}([.-][a-z0-9]{1,8}){0,3}$/).filter(isVolumeName);
const subPath = array(stringMatching(/^[A-Za-z0-9._-]{1,8}$/), { maxLength: 3 })
  .map((folders) => folders.join('/'))
  .filter(isSubPath);

const existing = record({ name: claimName, subPath }).map((one): StorageFieldValue => ({
  kind: 'existing',
  ...one,
}));

const created = record({ name: constantFrom('', 'models', 'team.models-2'), subPath }).map(
  (one): NewVolume => ({ kind: 'new', size: 40, unit: 'Gi', storageClass: 'standard', ...one }),
);

/** A runtime as a Template may have it: with placeholders, a sidecar, and a volume of our name. */
const anyRuntime = record({
  volumes: constantFrom<Volume[]>(
    [],
    [{ name: 'nim-pvc', persistentVolumeClaim: { claimName: 'nim-pvc' } }],
    [
      { name: 'nim-pvc', persistentVolumeClaim: { claimName: 'a' } },
      { name: 'nim-cache-volume', emptyDir: {} },
    ],
  ),
  mountPath: constantFrom('/mnt/models/cache', '/mnt/models', '/opt/nim/workspace'),
}).map(({ volumes, mountPath }): Deployment => {
  const volumeMounts = volumes.map(({ name }, index) => ({
    name,
    mountPath: index === 0 ? mountPath : mountPath + index,
  }));
  return {
    ...assembledDeployment(),
    server: {
      ...runtimeWith({
        containers: [servingContainerWith({ volumeMounts }), { name: 'sidecar', volumeMounts }],
        volumes,
      }),
      metadata: { name: 'my-model', annotations: { 'runtimes.opendatahub.io/nvidia-nim': 'true' } },
    },
  };
});

describe('the volume of any deployment', () => {
  it('is read as it was chosen, with its folder', () => {
    assert(
      property(anyRuntime, existing, (deployment, value) => {
        const written = applyStorageField(deployment, value, stateWith());
        expect(extractStorageField(written)).toEqual(value);
      }),
      RUNS,
    );
  });

  it('is, when it was a new one, the volume that was made', () => {
    assert(
      property(anyRuntime, created, (deployment, value) => {
        const written = applyStorageField(deployment, value, onDeployment('my-model'));
        const { name } = storageChoice(value, 'my-model');
        const { subPath: folder } = value;
        expect(extractStorageField(written)).toEqual({ kind: 'existing', name, subPath: folder });
      }),
      RUNS,
    );
  });

  it('is mounted under names that are there, once each, and written once', () => {
    assert(
      property(anyRuntime, existing, (deployment, value) => {
        const written = applyStorageField(deployment, value, stateWith());
        const { containers = [], volumes = [] } = written.server?.spec ?? {};
        const names = volumes.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        const mounted = containers.flatMap(({ volumeMounts = [] }) => volumeMounts);
        expect(names).toEqual(expect.arrayContaining(mounted.map(({ name }) => name)));
        expect(applyStorageField(written, value, stateWith())).toBe(written);
      }),
      RUNS,
    );
  });
});

const deploymentName = stringMatching(/^[a-z]([a-z0-9-]{0,12}[a-z0-9])?$/);

const keyed = constantFrom<[KeyReference, (name: string) => unknown]>(
  [enteredKey({ scope: 'project' }), () => keySecretNames('project', '')],
  [enteredKey({ scope: 'deployment' }), (name) => keySecretNames('deployment', name)],
  [{ kind: 'stored', project: 'nim-demo', source: 'project' }, () => keySecretNames('project', '')],
  [{ kind: 'stored', project: 'nim-demo', source: 'older' }, () => OLDER_SECRETS],
  [{ kind: 'not-needed' }, () => undefined],
);

/** A key of the project's, wherever it came from, is known as one. */
const sourceOf = (reference: KeyReference) => {
  const isProjects = reference.kind === 'entered' && reference.scope === 'project';
  return {
    project: 'nim-demo',
    ...(reference.kind === 'stored' ? { source: reference.source } : {}),
    ...(isProjects ? { source: 'project' } : {}),
  };
};

describe('the key of any deployment', () => {
  it('is read as the Secrets of its scope, and in use', () => {
    assert(
      property(keyed, deploymentName, ([reference, secretsOf], name) => {
        const written = applyKeyField(assembledDeployment(), reference, onDeployment(name));
        expect(secretsInUse(written)).toEqual(secretsOf(name));
        expect(extractKeyField(written)).toEqual(
          secretsOf(name) ? { ...sourceOf(reference), kind: 'in-use' } : { kind: 'not-needed' },
        );
      }),
      RUNS,
    );
  });

  it('is left alone when the deployment is edited', () => {
    assert(
      property(keyed, deploymentName, ([reference], name) => {
        const written = applyKeyField(assembledDeployment(), reference, onDeployment(name));
        const read = extractKeyField(written);
        expect(isNimDeployment(written)).toBe(true);
        expect(read && applyKeyField(written, read, onDeployment(name))).toBe(written);
      }),
      RUNS,
    );
  });
});
