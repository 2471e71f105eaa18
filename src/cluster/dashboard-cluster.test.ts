import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerAsDashboard,
  openEmbeddedCluster,
  statusAnswer,
} from '../../test/factories/dashboard-proxy.factory.ts';
import { StatusError } from '../../test/devhost/app/api/status-error.ts';
import { dashboardCluster } from './dashboard-cluster.ts';
import type { KubernetesObject, Secret } from './kubernetes.ts';

const claim: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'nim-llama', namespace: 'nim-demo' },
};

const secret: Secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'nim-api-key', namespace: 'nim-demo' },
  type: 'Opaque',
  data: { NGC_API_KEY: btoa('nvapi-some') },
};

const METADATA = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json';
const METADATA_LIST =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

afterEach(() => vi.unstubAllGlobals());

const CLAIMS = '/api/k8s/api/v1/namespaces/nim-demo/persistentvolumeclaims';

describe('a request to the cluster', () => {
  it.each([
    ['get', () => dashboardCluster.get(claim), { method: 'GET', path: `${CLAIMS}/nim-llama` }],
    ['create', () => dashboardCluster.create(claim), { method: 'POST', path: CLAIMS, body: claim }],
    [
      'create (dry run)',
      () => dashboardCluster.create(claim, { dryRun: true }),
      { method: 'POST', path: `${CLAIMS}?dryRun=All`, body: claim },
    ],
    [
      'replace (dry run)',
      () => dashboardCluster.replace(claim, { dryRun: true }),
      { method: 'PUT', path: `${CLAIMS}/nim-llama?dryRun=All`, body: claim },
    ],
    [
      'remove',
      () => dashboardCluster.remove(claim, { uid: 'uid-1' }),
      {
        method: 'DELETE',
        path: `${CLAIMS}/nim-llama`,
        body: { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid: 'uid-1' } },
      },
    ],
    [
      'remove as a dry run, which a query beside a body would not ask for',
      () => dashboardCluster.remove(claim, {}, { dryRun: true }),
      {
        path: `${CLAIMS}/nim-llama`,
        body: { dryRun: ['All'] },
      },
    ],
  ])('is one request: %s', async (_method, ask, expected) => {
    const sent = answerAsDashboard(() => Response.json(claim));
    await ask();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject(expected);
  });

  it('asks for the one object of a name', async () => {
    const sent = answerAsDashboard(() => Response.json({ items: [] }));
    await dashboardCluster.list({ apiVersion: 'v1', kind: 'Secret', namespace: 'a', name: 'b' });
    expect(sent[0]?.path).toBe(
      '/api/k8s/api/v1/namespaces/a/secrets?fieldSelector=metadata.name%3Db',
    );
  });

  it('asks for the Secrets of all types but some', async () => {
    const sent = answerAsDashboard(() => Response.json({ items: [] }));
    const secrets = { apiVersion: 'v1', kind: 'Secret', namespace: 'a' };
    await dashboardCluster.list({ ...secrets, notOfTypes: ['x/y', 'Opaque'] });
    expect(sent[0]?.path).toBe(
      '/api/k8s/api/v1/namespaces/a/secrets?fieldSelector=type%21%3Dx%2Fy%2Ctype%21%3DOpaque',
    );
  });

  it('changes the version that is meant, and no other', async () => {
    const sent = answerAsDashboard(() => Response.json(secret));
    await dashboardCluster.patch(secret, [{ op: 'remove', path: '/data/a' }], {
      resourceVersion: '7',
      dryRun: true,
    });
    expect(sent[0]).toMatchObject({
      method: 'PATCH',
      path: '/api/k8s/api/v1/namespaces/nim-demo/secrets/nim-api-key?dryRun=All',
      body: [
        { op: 'replace', path: '/metadata/resourceVersion', value: '7' },
        { op: 'remove', path: '/data/a' },
      ],
    });
  });

  it('can be aborted', async () => {
    const sent = answerAsDashboard(() => Response.json(claim));
    const { signal } = new AbortController();
    await dashboardCluster.get(claim, { signal });
    expect(sent[0]?.signal).toBe(signal);
  });

  it.each([
    ['read', () => dashboardCluster.get(secret), METADATA],
    ['created', () => dashboardCluster.create(secret), METADATA],
    ['replaced', () => dashboardCluster.replace(secret), METADATA],
    ['changed', () => dashboardCluster.patch(secret, []), METADATA],
    ['removed', () => dashboardCluster.remove(secret, {}), METADATA],
    ['listed', () => dashboardCluster.list({ apiVersion: 'v1', kind: 'Secret' }), METADATA_LIST],
    [
      'not what is listed, but no more is wanted of that',
      () => dashboardCluster.list({ apiVersion: 'v1', kind: 'Service', onlyMetadata: true }),
      METADATA_LIST,
    ],
  ])('asks for the metadata alone when a Secret is %s', async (_what, ask, accept) => {
    const sent = answerAsDashboard(() => Response.json({ ...secret, items: [] }));
    await ask();
    expect(sent[0]?.accept).toBe(accept);
  });

  it('asks for other objects as a whole', async () => {
    const sent = answerAsDashboard(() => Response.json(claim));
    await dashboardCluster.get(claim);
    await dashboardCluster.list(claim);
    expect(sent.map(({ accept }) => accept)).toEqual(['application/json', 'application/json']);
  });
});

describe("the cluster's answer", () => {
  it('is the object', async () => {
    answerAsDashboard(() => Response.json({ ...claim, status: { phase: 'Bound' } }));
    expect(await dashboardCluster.get(claim)).toEqual({
      status: 'ok',
      value: { ...claim, status: { phase: 'Bound' } },
    });
  });

  it.each([
    ['the objects', [claim], [claim]],
    ['an empty list, also where an API server writes null', null, []],
  ])('is %s', async (_what, items, value) => {
    answerAsDashboard(() => Response.json({ kind: 'List', items }));
    expect(
      await dashboardCluster.list({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' }),
    ).toEqual({
      status: 'ok',
      value,
    });
  });

  it('is nothing to a removal, whether answered with a Status or the object', async () => {
    const success = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
    for (const body of [success, claim]) {
      answerAsDashboard(() => Response.json(body));
      expect(await dashboardCluster.remove(claim, {})).toEqual({ status: 'ok', value: undefined });
    }
  });

  it("is a refusal with the host's own error", async () => {
    answerAsDashboard(() => statusAnswer(409, 'AlreadyExists', { message: 'it exists' }));
    const outcome = await dashboardCluster.create(claim);
    expect(outcome).toMatchObject({
      status: 'failed',
      error: { kind: 'alreadyExists', code: 409, message: 'it exists' },
    });
    expect(outcome).toHaveProperty('error.thrown', expect.any(StatusError));
  });

  it('is a refusal when a Status comes with a code that says success', async () => {
    answerAsDashboard(() =>
      Response.json({
        kind: 'Status',
        status: 'Failure',
        code: 403,
        reason: 'Forbidden',
        message: 'no',
      }),
    );
    expect(await dashboardCluster.get(claim)).toMatchObject({
      status: 'failed',
      error: { kind: 'forbidden', message: 'no' },
    });
  });

  it.each([
    ["the dashboard's own error", 503, '{"statusCode":503,"error":"Service Unavailable"}'],
    ['an empty object', 200, '{}'],
    ['null', 200, 'null'],
    ['a page', 502, '<h1>Bad gateway</h1>'],
    ['a page with a code that says success', 200, '<h1>Sign in</h1>'],
    ['nothing', 404, ''],
  ])('is not %s', async (_what, status, text) => {
    answerAsDashboard(() => new Response(text, { status }));
    for (const ask of [
      () => dashboardCluster.get(claim),
      () => dashboardCluster.create(claim),
      () => dashboardCluster.list({ apiVersion: 'v1', kind: 'Secret' }),
      () => dashboardCluster.remove(claim, {}),
    ]) {
      expect(await ask()).toMatchObject({ status: 'failed', error: { kind: 'unreachable' } });
    }
  });

  it('is none when the dashboard cannot be reached', async () => {
    answerAsDashboard(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await dashboardCluster.get(claim)).toMatchObject({
      status: 'failed',
      error: { kind: 'unreachable', message: 'Failed to fetch' },
    });
  });
});

describe('a Secret in a cluster that answers with its metadata alone', () => {
  it('comes back without its data, and is still known for a Secret', async () => {
    openEmbeddedCluster('ada');
    const outcome = await dashboardCluster.create(secret);
    expect(outcome).toMatchObject({ status: 'ok', value: { apiVersion: 'v1', kind: 'Secret' } });
    expect(JSON.stringify(outcome)).not.toContain(secret.data?.['NGC_API_KEY']);
  });

  it('can be removed by what its creation answered', async () => {
    const { cluster } = openEmbeddedCluster('ada');
    const created = await dashboardCluster.create(secret);
    const answered = created.status === 'ok' ? created.value : secret;
    const outcome = await dashboardCluster.remove(answered, { uid: answered.metadata.uid });
    expect(outcome.status).toBe('ok');
    expect(cluster.objects().filter(({ metadata }) => metadata.name === 'nim-api-key')).toEqual([]);
  });

  it('is not removed when another took its name since', async () => {
    const { cluster } = openEmbeddedCluster('ada', [secret]);
    expect(await dashboardCluster.remove(secret, { uid: 'of-another' })).toMatchObject({
      status: 'failed',
      error: { kind: 'conflict' },
    });
    expect(cluster.objects().some(({ metadata }) => metadata.name === 'nim-api-key')).toBe(true);
  });
});
