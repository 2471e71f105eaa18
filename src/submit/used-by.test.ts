import { expect, it } from 'vitest';
import { usedBy } from './used-by.ts';

const using = (spec: object): string[] => {
  const object = { apiVersion: 'v1', kind: 'Some', metadata: { name: 'a' }, spec };
  return usedBy(object);
};

it.each([
  [{ volumes: [{ persistentVolumeClaim: { claimName: 'a' } }] }, ['PersistentVolumeClaim/a']],
  [
    { predictor: { volumes: [{ persistentVolumeClaim: { claimName: 'a' } }] } },
    ['PersistentVolumeClaim/a'],
  ],
  [{ predictor: { model: { storageUri: 'pvc://a/some/path' } } }, ['PersistentVolumeClaim/a']],
  [{ predictor: { model: { storageUri: 's3://a/some/path' } } }, []],
  [
    { containers: [{ env: [{ valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] }] },
    ['Secret/a'],
  ],
  [{ containers: [{ envFrom: [{ secretRef: { name: 'a' } }] }] }, ['Secret/a']],
  [{ imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }, ['Secret/a', 'Secret/b']],
  [{ volumes: [{ secret: { secretName: 'a' } }] }, ['Secret/a']],
  [{ volumes: [{ projected: { sources: [{ secret: { name: 'a' } }] } }] }, ['Secret/a']],
  [{ containers: [{ name: 'a', env: [{ name: 'A', value: 'b' }] }] }, []],
])('a deployment uses what it refers to, wherever it does: %j', (spec, used) => {
  expect(using(spec)).toEqual(used);
});

it('an object without a specification uses nothing', () => {
  expect(usedBy({ apiVersion: 'v1', kind: 'Some', metadata: { name: 'a' } })).toEqual([]);
});
