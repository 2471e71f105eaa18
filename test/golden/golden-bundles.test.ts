import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { personalKey } from '../../src/apiKey/personal-key.factory.ts';
import type { KubernetesObject, Secret, ServingRuntime } from '../../src/cluster/kubernetes.ts';
import { goldenBundles } from './golden-bundles.ts';

const folder = join(import.meta.dirname, 'bundles');

/** Of a Secret the names of its data, as nobody is shown more. */
const readable = (object: KubernetesObject): object => {
  const { data } = object as Secret;
  return data === undefined
    ? object
    : {
        ...object,
        data: Object.fromEntries(Object.keys(data).map((name) => [name, '<redacted>'])),
      };
};

const yamlOf = (objects: readonly KubernetesObject[]): string =>
  objects
    .map((object) => stringify(readable(object), { aliasDuplicateObjects: false }))
    .join('---\n');

const isRuntime = (object: KubernetesObject): object is ServingRuntime =>
  object.kind === 'ServingRuntime';

describe('a whole deployment', () => {
  it.each(goldenBundles)(
    'is what is kept of it in bundles/$name.yaml',
    async ({ name, objects }) => {
      await expect(yamlOf(objects)).toMatchFileSnapshot(join(folder, `${name}.yaml`));
    },
  );

  it('is kept for each combination, and no other', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      goldenBundles.map(({ name }) => `${name}.yaml`).toSorted(),
    );
  });

  it('is kept without the key', () => {
    const text = goldenBundles.map(({ objects }) => yamlOf(objects)).join();
    expect(text).not.toContain(personalKey());
    expect(text).not.toContain(btoa(personalKey()));
  });

  it.each(goldenBundles)('has one claim among its volumes: $name', ({ objects }) => {
    const runtime = objects.find(({ kind }) => kind === 'ServingRuntime');
    expect(JSON.stringify(runtime).match(/persistentVolumeClaim/g)).toHaveLength(1);
  });

  it.each(goldenBundles)('mounts no volume that is not there: $name', ({ objects }) => {
    const runtime = objects.find(isRuntime);
    const volumes = runtime?.spec.volumes?.map(({ name }) => name) ?? [];
    const mounted = runtime?.spec.containers.flatMap(({ volumeMounts = [] }) => volumeMounts) ?? [];
    expect(volumes).toEqual(expect.arrayContaining(mounted.map(({ name }) => name)));
    expect(new Set(volumes).size).toBe(volumes.length);
  });
});
