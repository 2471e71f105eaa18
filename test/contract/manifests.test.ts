import { describe, expect, it } from 'vitest';
import { listAt, objectAt, textAt, type JsonObject } from '../embedded/cluster/json.ts';
import { kubectl, rendered } from './manifests/kubectl.ts';
import { objectIn, objectsOf, readValue, unnamedFiles, written } from './manifests/written.ts';

const base = objectsOf('manifests/base');
const specOf = (kind: string, name: string): JsonObject =>
  objectAt(objectIn(base, kind, name), 'spec');

describe('the base', () => {
  it.each(['manifests/base', 'manifests/base/service'])('leaves no file of %s out', (folder) => {
    expect(unnamedFiles(folder)).toEqual([]);
  });

  it('holds no Secret, and nothing that looks like a key', () => {
    expect(base.map(({ kind }) => kind)).not.toContain('Secret');
    expect(JSON.stringify(base)).not.toMatch(/nvapi-|NGC_API_KEY|imagePullSecrets/);
  });

  it('makes the catalog immutable and readable by name only', () => {
    expect(objectIn(base, 'ConfigMap', 'nim-models-data')['immutable']).toBe(true);
    expect(objectIn(base, 'Role', 'nim-models-data-reader')['rules']).toEqual([
      {
        apiGroups: [''],
        resources: ['configmaps'],
        resourceNames: ['', '-2', '-3', '-4', '-5'].map((number) => `nim-models-data${number}`),
        verbs: ['get'],
      },
    ]);
  });
});

describe.each(['nim-http-template', 'nim-grpc-template'])('the template %s', (name) => {
  const [runtime] = listAt(objectIn(base, 'Template', name), 'objects');
  const spec = objectAt(runtime, 'spec');
  const [container] = listAt(spec, 'containers');
  const paths = listAt(container, 'volumeMounts').map((mount) => textAt(mount, 'mountPath'));

  it('gives every directory that recent NIMs write to a volume of its own', () => {
    expect(paths.toSorted()).toEqual([
      '/.cache',
      '/dev/shm',
      '/mnt/models/cache',
      '/opt/nim/.cache',
      '/opt/nim/.config',
      '/opt/nim/.triton',
      '/opt/nim/generated_configs',
      '/opt/nim/nginx',
      '/opt/nim/workspace',
    ]);
    const mounted = listAt(container, 'volumeMounts').map((mount) => textAt(mount, 'name'));
    const volumes = listAt(spec, 'volumes').map((volume) => textAt(volume, 'name'));
    expect(mounted.toSorted()).toEqual(volumes.toSorted());
  });

  it('is asked for its health and metrics by HTTP, with more than 20 minutes to start', () => {
    const startup = objectAt(container, 'startupProbe');
    expect(startup['httpGet']).toEqual({ path: '/v1/health/ready', port: 8000 });
    expect(Number(startup['periodSeconds']) * Number(startup['failureThreshold'])).toBeGreaterThan(
      20 * 60,
    );
    expect(objectAt(spec, 'annotations')).toEqual({
      'prometheus.io/path': '/v1/metrics',
      'prometheus.io/port': '8000',
    });
  });

  it('leaves resources to the hardware profile', () => {
    expect(container).not.toHaveProperty('resources');
  });
});

describe('the service', () => {
  const deployment = specOf('Deployment', 'odh-nim-wizard');
  const pod = objectAt(objectAt(deployment, 'template'), 'spec');
  const [container] = listAt(pod, 'containers');

  it('runs twice, without privileges, on a file system that cannot be written', () => {
    expect(deployment['replicas']).toBe(2);
    expect(pod['securityContext']).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(objectAt(container, 'securityContext')).toEqual({
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('has no token of Kubernetes', () => {
    const account = objectIn(base, 'ServiceAccount', 'odh-nim-wizard');
    expect([pod['automountServiceAccountToken'], account['automountServiceAccountToken']]).toEqual([
      false,
      false,
    ]);
    expect(JSON.stringify(pod['volumes'])).not.toContain('serviceAccountToken');
  });

  const variables = new Map(
    listAt(container, 'env').map((one) => [textAt(one, 'name') ?? '', textAt(one, 'value') ?? '']),
  );

  it('configures only what the service knows, and the memory of Node', () => {
    const known = written('src/verifier/service-config.ts');
    const names = [...variables.keys()].filter((name) => !known.includes(`${name}:`));
    expect(names).toEqual(['NODE_OPTIONS']);
  });

  it('keeps the heap of Node, young and old, within five eighths of the memory', () => {
    const [, old, young] =
      /^--max-old-space-size=(\d+) --max-semi-space-size=(\d+)$/.exec(
        variables.get('NODE_OPTIONS') ?? '',
      ) ?? [];
    const { memory } = objectAt(objectAt(container, 'resources'), 'limits');
    const limit = Number(/^(\d+)Mi$/.exec(String(memory))?.[1]);
    // The young generation is three semi-spaces.
    expect(Number(old) + 3 * Number(young)).toBeLessThanOrEqual((limit * 5) / 8);
  });

  it('is found by its Service, its policy and its disruption budget', () => {
    const labels = objectAt(objectAt(objectAt(deployment, 'template'), 'metadata'), 'labels');
    const selectors = [
      objectAt(deployment, 'selector')['matchLabels'],
      specOf('Service', 'odh-nim-wizard')['selector'],
      objectAt(specOf('NetworkPolicy', 'odh-nim-wizard'), 'podSelector')['matchLabels'],
      objectAt(specOf('PodDisruptionBudget', 'odh-nim-wizard'), 'selector')['matchLabels'],
    ];
    for (const selector of selectors) {
      expect(selector).toEqual({ 'app.kubernetes.io/name': 'odh-nim-wizard' });
      expect(labels).toMatchObject(objectAt({ selector }, 'selector'));
    }
  });

  it('is where the dashboard is told to look', () => {
    const [port] = listAt(specOf('Service', 'odh-nim-wizard'), 'ports');
    expect(readValue('manifests/dashboard/federation-entry.json')).toMatchObject({
      name: 'nimWizard',
      service: { name: 'odh-nim-wizard', port: objectAt({ port }, 'port')['port'] },
    });
    expect(listAt(container, 'ports')).toContainEqual({
      name: 'https',
      containerPort: 8443,
      protocol: 'TCP',
    });
  });
});

const namespaceIn = (values: string[]) => ({
  key: 'kubernetes.io/metadata.name',
  operator: 'In',
  values,
});

const withoutKubectl = kubectl ? '' : ' (skipped: there is no kubectl)';

describe.skipIf(!kubectl)(`rendered${withoutKubectl}`, () => {
  const openShift = ['openshift-monitoring', 'openshift-user-workload-monitoring'];
  const overlays = [
    {
      overlay: 'opendatahub',
      namespace: 'opendatahub',
      dashboard: 'odh-dashboard',
      monitoring: openShift,
      signed: true,
    },
    {
      overlay: 'rhoai',
      namespace: 'redhat-ods-applications',
      dashboard: 'rhods-dashboard',
      monitoring: openShift,
      signed: true,
    },
    {
      overlay: 'standalone',
      namespace: 'opendatahub',
      dashboard: 'odh-dashboard',
      monitoring: ['monitoring'],
      signed: false,
    },
  ];

  describe.each(overlays)('the overlay $overlay', (expected) => {
    const { overlay, namespace, dashboard, monitoring, signed } = expected;
    const objects = kubectl ? rendered(`manifests/overlays/${overlay}`) : [];

    it('has every object of the base, all in the dashboard’s namespace', () => {
      const names = (list: typeof objects) =>
        list.map(({ kind, metadata }) => `${kind} ${metadata.name}`).toSorted();
      expect(names(objects)).toEqual(names(base));
      expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(
        new Set([namespace]),
      );
    });

    it('lets only the dashboard in, and Prometheus to the metrics alone', () => {
      const spec = objectAt(objectIn(objects, 'NetworkPolicy', 'odh-nim-wizard'), 'spec');
      expect(spec['ingress']).toEqual([
        {
          from: [{ podSelector: { matchLabels: { deployment: dashboard } } }],
          ports: [{ port: 8443, protocol: 'TCP' }],
        },
        {
          from: [{ namespaceSelector: { matchExpressions: [namespaceIn(monitoring)] } }],
          ports: [{ port: 9091, protocol: 'TCP' }],
        },
      ]);
    });

    it(`${signed ? 'has' : 'leaves'} its certificate ${signed ? 'made by OpenShift' : 'to the administrator'}`, () => {
      const { annotations } = objectIn(objects, 'Service', 'odh-nim-wizard').metadata;
      const secret = annotations?.['service.beta.openshift.io/serving-cert-secret-name'];
      expect(secret).toBe(signed ? 'odh-nim-wizard-tls' : undefined);
    });

    it('names the image once, where the page puts one’s own', () => {
      const image = JSON.stringify(objects).match(/"image":"odh-nim-wizard"/g);
      expect(image).toHaveLength(1);
    });
  });

  it('goes through a proxy, and nowhere else, by the example', () => {
    const objects = rendered('manifests/examples/behind-a-proxy');
    const policy = objectAt(objectIn(objects, 'NetworkPolicy', 'odh-nim-wizard'), 'spec');
    const ports = listAt(policy, 'egress').map((rule) =>
      listAt(rule, 'ports').map((port) => objectAt({ port }, 'port')['port']),
    );
    expect(ports).toEqual([[5353, 5353], [6443], [3128]]);
    const deployment = JSON.stringify(objectIn(objects, 'Deployment', 'odh-nim-wizard'));
    expect(deployment).toContain('"HTTPS_PROXY"');
    expect(deployment).toContain('"NIM_WIZARD_PORT"');
  });
});
