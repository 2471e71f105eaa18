import { describe, expect, it } from 'vitest';
import type { ServingRuntime } from '../cluster/kubernetes.ts';
import { assembleServingRuntime } from './assemble-serving-runtime.ts';
import {
  deploymentWith,
  newVolume,
  runtimeWith,
  servingContainerWith,
  shippedTemplate,
} from './deployment.factory.ts';
import type { StorageChoice } from './deployment-choices.ts';
import { applyStorage, cacheVolumeClaim } from './storage-on-deployment.ts';

const existing = (subPath = ''): StorageChoice => ({ kind: 'existing', name: 'models', subPath });

const withStorage = (server: ServingRuntime, choice: StorageChoice): ServingRuntime['spec'] =>
  applyStorage(deploymentWith(server), choice).server.spec;

const placeholder = { name: 'nim-pvc', persistentVolumeClaim: { claimName: 'nim-pvc' } };
const cache = (claimName: string) => ({
  name: 'nim-cache-volume',
  persistentVolumeClaim: { claimName },
});

const reading = (name: string, mountPath: string) => ({
  name,
  volumeMounts: [{ name: 'nim-pvc', mountPath, readOnly: true }],
});

describe('the chosen volume on a runtime', () => {
  it('is mounted as the cache of a bare runtime', () => {
    expect(withStorage(runtimeWith(), newVolume())).toEqual({
      containers: [
        {
          name: 'kserve-container',
          volumeMounts: [{ name: 'nim-cache-volume', mountPath: '/mnt/models/cache' }],
          env: [{ name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' }],
        },
      ],
      volumes: [cache('nim-my-model')],
    });
  });

  it('is mounted at the sub-path that was chosen', () => {
    const { containers } = withStorage(runtimeWith(), existing('llama/1.8'));
    expect(containers[0]?.volumeMounts).toEqual([
      { name: 'nim-cache-volume', mountPath: '/mnt/models/cache', subPath: 'llama/1.8' },
    ]);
  });

  it("takes the place of the template's placeholder, and leaves the rest", () => {
    const other = { name: 'tmp', emptyDir: {} };
    const server = runtimeWith({
      containers: [
        servingContainerWith({
          volumeMounts: [
            { name: 'tmp', mountPath: '/tmp' },
            { name: 'nim-pvc', mountPath: '/mnt/models/cache' },
          ],
        }),
      ],
      volumes: [placeholder, other],
    });
    const { containers, volumes } = withStorage(server, existing());
    expect(volumes).toEqual([other, cache('models')]);
    expect(containers[0]?.volumeMounts).toEqual([
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'nim-cache-volume', mountPath: '/mnt/models/cache' },
    ]);
  });

  it('takes the place of a placeholder that is mounted nowhere', () => {
    expect(withStorage(runtimeWith({ volumes: [placeholder] }), existing()).volumes).toEqual([
      cache('models'),
    ]);
  });

  it('takes the place of the placeholder wherever that is mounted', () => {
    const volumeMounts = [
      { name: 'nim-pvc', mountPath: '/mnt/models/cache' },
      { name: 'nim-pvc', mountPath: '/opt/nim/workspace', subPath: 'workspace' },
    ];
    const server = runtimeWith({
      containers: [servingContainerWith({ volumeMounts })],
      volumes: [placeholder],
    });
    expect(withStorage(server, existing()).containers[0]?.volumeMounts).toEqual([
      { name: 'nim-cache-volume', mountPath: '/opt/nim/workspace', subPath: 'workspace' },
      { name: 'nim-cache-volume', mountPath: '/mnt/models/cache' },
    ]);
  });

  it('leaves a volume that is mounted elsewhere, too, when it was the cache', () => {
    const scratch = { name: 'scratch', emptyDir: {} };
    const volumeMounts = [
      { name: 'scratch', mountPath: '/mnt/models/cache' },
      { name: 'scratch', mountPath: '/tmp' },
    ];
    const server = runtimeWith({
      containers: [servingContainerWith({ volumeMounts })],
      volumes: [scratch],
    });
    expect(withStorage(server, existing()).volumes).toEqual([scratch, cache('models')]);
  });

  it('is told to the container once, also where the template says another path', () => {
    const env = [
      { name: 'NIM_CACHE_PATH', value: '/elsewhere' },
      { name: 'A', value: 'b' },
    ];
    const server = runtimeWith({ containers: [servingContainerWith({ env })] });
    expect(withStorage(server, existing()).containers[0]?.env).toEqual([
      { name: 'A', value: 'b' },
      { name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' },
    ]);
  });

  it('takes the place of the placeholder in every container of the pod', () => {
    const server = runtimeWith({
      containers: [servingContainerWith(), reading('proxy', '/mnt/models/cache')],
      initContainers: [reading('prepare', '/data')],
      volumes: [placeholder],
    });
    const { containers, initContainers } = withStorage(server, existing('llama'));
    expect([...containers.slice(1), ...(initContainers ?? [])]).toEqual([
      {
        name: 'proxy',
        volumeMounts: [
          {
            name: 'nim-cache-volume',
            mountPath: '/mnt/models/cache',
            subPath: 'llama',
            readOnly: true,
          },
        ],
      },
      {
        name: 'prepare',
        volumeMounts: [{ name: 'nim-cache-volume', mountPath: '/data', readOnly: true }],
      },
    ]);
  });

  it("gets a name of its own beside a volume of the template's that has ours", () => {
    const scratch = { name: 'nim-cache-volume', emptyDir: {} };
    const server = runtimeWith({
      containers: [
        servingContainerWith({ volumeMounts: [{ name: 'nim-cache-volume', mountPath: '/tmp' }] }),
      ],
      volumes: [scratch],
    });
    const once = withStorage(server, existing());
    expect(once.volumes).toEqual([scratch, { ...cache('models'), name: 'nim-cache-volume-2' }]);
    expect(once.containers[0]?.volumeMounts).toEqual([
      { name: 'nim-cache-volume', mountPath: '/tmp' },
      { name: 'nim-cache-volume-2', mountPath: '/mnt/models/cache' },
    ]);
    expect(withStorage({ ...server, spec: once }, existing())).toEqual(once);
  });

  it('leaves other containers alone', () => {
    const sidecar = { name: 'proxy', volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] };
    const server = runtimeWith({ containers: [servingContainerWith(), sidecar] });
    expect(withStorage(server, existing()).containers[1]).toEqual(sidecar);
  });

  it('changes nothing when written twice', () => {
    const once = applyStorage(deploymentWith(), existing('a'));
    expect(applyStorage(once, existing('a'))).toEqual(once);
  });

  it('leaves a deployment without a runtime alone', () => {
    const { model } = deploymentWith();
    expect(applyStorage({ model }, existing())).toEqual({ model });
  });
});

describe("the chosen volume on the shipped template's runtime", () => {
  const outcome = assembleServingRuntime({
    template: shippedTemplate(),
    project: 'nim-demo',
    name: 'my-model',
  });
  const server = outcome.status === 'ok' ? outcome.runtime : runtimeWith();
  const spec = withStorage(server, newVolume());

  it('is the only one that is a claim', () => {
    expect(spec.volumes?.filter((volume) => volume.persistentVolumeClaim)).toEqual([
      cache('nim-my-model'),
    ]);
  });

  it('leaves every other volume, each mounted once', () => {
    const others = server.spec.volumes?.filter(({ name }) => name !== 'nim-pvc') ?? [];
    expect(spec.volumes).toEqual([...others, cache('nim-my-model')]);
    const mounted = spec.containers[0]?.volumeMounts?.map(({ name }) => name);
    expect(mounted?.toSorted()).toEqual(spec.volumes?.map(({ name }) => name).toSorted());
  });
});

describe('the claim for a new volume', () => {
  it('is marked as a cache for NIMs, with where in it the model is', () => {
    expect(cacheVolumeClaim('nim-demo', newVolume({ subPath: 'llama' }))).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'nim-my-model',
        namespace: 'nim-demo',
        labels: { 'opendatahub.io/managed': 'true' },
        annotations: {
          'dashboard.opendatahub.io/nim-pvc': 'true',
          'dashboard.opendatahub.io/nim-subpath': 'llama',
        },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        volumeMode: 'Filesystem',
        storageClassName: 'standard',
        resources: { requests: { storage: '100Gi' } },
      },
    });
  });

  it('is none when an existing volume is used', () => {
    expect(cacheVolumeClaim('nim-demo', existing())).toBeUndefined();
  });
});
