import { describe, expect, it } from 'vitest';
import { objectAt } from '../../embedded/cluster/json.ts';
import {
  blamedFields,
  create,
  failureOf,
  get,
  given,
  inferenceService,
  merge,
  meta,
  paths,
  replace,
  servingRuntime,
  tryCreate,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const tryPredictor = (predictor: Record<string, unknown>) =>
  tryCreate(paths.inferenceServices, inferenceService('tried', predictor));

const runtime = (spec: Record<string, unknown>) => servingRuntime('tried', { spec });

const nim = {
  containers: [
    {
      name: 'kserve-container',
      image: 'registry.example.com/nim:1',
      env: [
        { name: 'NIM_CACHE_PATH', value: '/mnt/models/cache' },
        { name: 'NGC_API_KEY', valueFrom: { secretKeyRef: { name: 'k', key: 'NGC_API_KEY' } } },
      ],
      ports: [{ containerPort: 8000, protocol: 'TCP' }],
      readinessProbe: { httpGet: { path: '/v1/health/ready', port: 8000 }, periodSeconds: 10 },
      volumeMounts: [{ name: 'cache', mountPath: '/mnt/models/cache', subPath: 'a' }],
    },
  ],
  volumes: [
    { name: 'cache', persistentVolumeClaim: { claimName: 'cache' } },
    { name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: '2Gi' } },
  ],
  imagePullSecrets: [{ name: 'nim-image-pull' }],
  protocolVersions: ['v2'],
  supportedModelFormats: [{ name: 'llama', version: '1', autoSelect: false, priority: 1 }],
};

const predictor = {
  minReplicas: 1,
  maxReplicas: 1,
  deploymentStrategy: { type: 'RollingUpdate' },
  nodeSelector: { 'nvidia.com/gpu.present': 'true' },
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
  model: {
    runtime: 'r',
    modelFormat: { name: 'llama', version: '1' },
    resources: { requests: { cpu: 4, memory: '32Gi' }, limits: { 'nvidia.com/gpu': '1' } },
    args: ['--a'],
    env: [{ name: 'A', value: '1' }],
  },
};

const model = (own: object) => ({ model: { modelFormat: { name: 'llama' }, ...own } });

export const customResources: Contract = (cluster) => {
  describe('custom resources', () => {
    it('keep a whole deployment as it was sent', async () => {
      const service = await cluster().ask('ada', tryPredictor(predictor));
      const server = await cluster().ask('ada', tryCreate(paths.servingRuntimes, runtime(nim)));
      expect(service.body['spec']).toEqual({ predictor });
      expect(server.body['spec']).toEqual(nim);
    });

    it('lose fields that their schema does not know, at every depth', async () => {
      const answer = await cluster().ask(
        'ada',
        tryPredictor({
          bogus: 1,
          tolerations: [{ key: 'a', bogus: 1 }],
          model: {
            modelFormat: { name: 'llama', bogus: 1 },
            env: [{ name: 'A', bogus: 1 }],
            bogus: 1,
          },
        }),
      );
      expect(answer.body['spec']).toEqual({
        predictor: {
          tolerations: [{ key: 'a' }],
          model: { modelFormat: { name: 'llama' }, env: [{ name: 'A' }] },
        },
      });
    });

    it('lose fields beside spec, and a status, which is not theirs to create', async () => {
      const body = { ...inferenceService('tried'), bogus: 1, status: { url: 'http://x' } };
      const answer = await cluster().ask('ada', tryCreate(paths.inferenceServices, body));
      expect(answer.body).not.toHaveProperty('bogus');
      expect(answer.body).not.toHaveProperty('status');
    });

    it('lose what is null', async () => {
      const answer = await cluster().ask('ada', tryPredictor({ minReplicas: null }));
      expect(objectAt(answer.body['spec'], 'predictor')).not.toHaveProperty('minReplicas');
    });

    it('get the defaults of their schema', async () => {
      const answer = await cluster().ask(
        'ada',
        tryPredictor(model({ ports: [{ containerPort: 80 }] })),
      );
      expect(answer.body['spec']).toMatchObject({
        predictor: { model: { ports: [{ containerPort: 80, protocol: 'TCP' }] } },
      });
    });

    it.each([
      ['text for a number', { minReplicas: 'x' }, 'minReplicas'],
      ['a fraction for an integer', { minReplicas: 1.5 }, 'minReplicas'],
      ['an object for a list', { tolerations: {} }, 'tolerations'],
      ['a number for a label', { nodeSelector: { a: 1 } }, 'nodeSelector.a'],
      ['no name of the format', { model: { modelFormat: {} } }, 'model.modelFormat.name'],
      ['a variable without a name', model({ env: [{ value: 'x' }] }), 'model.env.name'],
      ['a variable that is a number', model({ env: [{ name: 'A', value: 1 }] }), 'model.env.value'],
      [
        'two variables of one name',
        model({ env: [{ name: 'A' }, { name: 'A', value: 'x' }] }),
        'model.env',
      ],
      [
        'a quantity that is none',
        model({ resources: { requests: { cpu: 'abc' } } }),
        'model.resources.requests.cpu',
      ],
      ['a metric that does not exist', { scaleMetric: 'mood' }, 'scaleMetric'],
    ])('refuse %s, and blame the field', async (_what, own, field) => {
      const answer = await cluster().ask('ada', tryPredictor(own));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual([`spec.predictor.${field}`]);
    });

    it.each([
      ['no containers', {}, 'spec.containers'],
      [
        'a priority of zero',
        { ...nim, supportedModelFormats: [{ name: 'a', priority: 0 }] },
        'spec.supportedModelFormats.priority',
      ],
      ['a volume without a name', { ...nim, volumes: [{}] }, 'spec.volumes.name'],
      [
        'two mounts at one path',
        {
          containers: [
            {
              name: 'c',
              volumeMounts: [
                { name: 'a', mountPath: '/a' },
                { name: 'b', mountPath: '/a' },
              ],
            },
          ],
        },
        'spec.containers.volumeMounts',
      ],
    ])('refuse a runtime with %s', async (_what, spec, field) => {
      const answer = await cluster().ask('ada', tryCreate(paths.servingRuntimes, runtime(spec)));
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual([field]);
    });

    it('refuse an InferenceService without a predictor', async () => {
      const body = { ...inferenceService('tried'), spec: {} };
      const answer = await cluster().ask('ada', tryCreate(paths.inferenceServices, body));
      expect(blamedFields(answer)).toEqual(['spec.predictor']);
    });

    it('keep no nimConfig in the dashboard’s configuration, whose definition does not have it', async () => {
      const path = `${paths.dashboardConfigs}/odh-dashboard-config?dryRun=All`;
      const patch = {
        spec: { nimConfig: { keyScope: 'project' }, dashboardConfig: { disableKServe: true } },
      };
      const answer = await cluster().ask('admin', merge(path, patch));
      expect(answer.body['spec']).toMatchObject({ dashboardConfig: { disableKServe: true } });
      expect(answer.body['spec']).not.toHaveProperty('nimConfig');
    });

    it('refuse another kind as invalid and another version as a bad request', async () => {
      const kind = { ...inferenceService('other'), kind: 'Other' };
      const version = { ...inferenceService('other'), apiVersion: 'serving.kserve.io/v1' };
      const answers = [
        await cluster().ask('ada', create(paths.inferenceServices, kind)),
        await cluster().ask('ada', create(paths.inferenceServices, version)),
      ];
      expect(answers.map(failureOf)).toEqual(['422 Invalid', '400 BadRequest']);
    });

    it('are only replaced by someone who knows their version', async () => {
      await given(cluster(), 'ada', paths.inferenceServices, inferenceService('versioned'));
      const path = `${paths.inferenceServices}/versioned`;
      const blind = await cluster().ask('ada', replace(path, inferenceService('versioned')));
      expect(blamedFields(blind)).toEqual(['metadata.resourceVersion']);
    });

    it('count the changes of their spec, and only those', async () => {
      await given(cluster(), 'ada', paths.inferenceServices, inferenceService('counted'));
      const path = `${paths.inferenceServices}/counted`;
      const label = await cluster().ask('ada', merge(path, { metadata: { labels: { a: 'b' } } }));
      const spec = await cluster().ask(
        'ada',
        merge(path, { spec: { predictor: { minReplicas: 2 } } }),
      );
      const same = await cluster().ask(
        'ada',
        merge(path, { spec: { predictor: { minReplicas: 2 } } }),
      );
      expect([label, spec, same].map((answer) => meta(answer)['generation'])).toEqual([1, 2, 2]);
      expect(meta(same)['resourceVersion']).toBe(meta(spec)['resourceVersion']);
    });

    it('have a status of their own, which an editor may not write', async () => {
      await given(cluster(), 'ada', paths.inferenceServices, inferenceService('stated'));
      const path = `${paths.inferenceServices}/stated`;
      const status = { url: 'http://x' };
      const change = { status, spec: { predictor: { minReplicas: 9 } } };
      const throughObject = await cluster().ask('ada', merge(path, { status }));
      const denied = await cluster().ask('ada', merge(`${path}/status`, { status }));
      const written = await cluster().ask('admin', merge(`${path}/status`, change));
      expect(throughObject.body).not.toHaveProperty('status');
      expect(denied.code).toBe(403);
      expect(written.body['status']).toEqual(status);
      const now = await cluster().ask('ada', get(path));
      expect(objectAt(now.body['spec'], 'predictor')).not.toHaveProperty('minReplicas');
    });
  });
};
