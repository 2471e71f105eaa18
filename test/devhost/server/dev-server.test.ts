import { request } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDevServer, type DevServer } from './dev-server.ts';
import { json, startUpstream } from './upstream.factory.ts';

const users = [
  { name: 'ada', token: 'ada-token' },
  { name: 'admin', token: 'admin-token' },
];

let clientDir: string;
let cluster: Awaited<ReturnType<typeof startUpstream>>;
let service: Awaited<ReturnType<typeof startUpstream>>;
let server: DevServer;

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'devhost-'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Dashboard</title>');
  cluster = await startUpstream(({ url, authorization }, response) => {
    if (url?.includes('selfsubjectaccessreviews')) {
      json(response, 201, { status: { allowed: authorization === 'Bearer admin-token' } });
    } else if (url?.includes('odhdashboardconfigs')) {
      json(response, 200, { spec: { dashboardConfig: { disableNIMModelServing: true } } });
    } else {
      json(response, 409, { kind: 'Status', code: 409, message: 'already there' });
    }
  });
  service = await startUpstream(({ url }, response) => {
    const isScript = url?.endsWith('.js');
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/plain' });
    response.end(url?.includes('own') ? 'const i={ReactCurrentBatchConfig:null}' : 'const a=1');
  });
  server = await startDevServer({
    port: 0,
    clientDir,
    cluster,
    dashboardNamespace: 'opendatahub',
    users,
    nimConfig: () => ({ keyScope: 'deployment' }),
    service,
  });
});

afterAll(async () => {
  await server.stop();
  await Promise.all([cluster.stop(), service.stop(), rm(clientDir, { recursive: true })]);
});

const ask = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
const options = () => ({ clientDir, cluster, dashboardNamespace: 'opendatahub', users, service });
const signIn = async (name: string) => {
  const response = await ask('/api/dev/user', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
};

describe('the way to Kubernetes', () => {
  it('passes method, path, query and body on with the user’s token, and no cookie', async () => {
    const { cookie } = await signIn('admin');
    await ask('/api/k8s/api/v1/namespaces/nim-demo/secrets?dryRun=All', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, authorization: 'Bearer forged' },
      body: '{"kind":"Secret"}',
    });
    expect(cluster.seen.at(-1)).toEqual({
      method: 'POST',
      url: '/api/v1/namespaces/nim-demo/secrets?dryRun=All',
      authorization: 'Bearer admin-token',
      cookie: undefined,
      contentType: 'application/json',
      body: '{"kind":"Secret"}',
    });
  });

  it('passes patches on with their content type', async () => {
    await ask('/api/k8s/api/v1/x', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: '{}',
    });
    expect(cluster.seen.at(-1)).toMatchObject({
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      authorization: 'Bearer ada-token',
    });
  });

  it('gives the refusal back as it is', async () => {
    const response = await ask('/api/k8s/api/v1/x');
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ kind: 'Status', message: 'already there' });
  });
});

describe('the way to the plugin’s service', () => {
  it('takes the remote’s files from its root, with the token', async () => {
    await ask('/_mf/nimWizard/assets/a.js?v=1');
    expect(service.seen.at(-1)).toMatchObject({
      url: '/assets/a.js?v=1',
      authorization: 'Bearer ada-token',
    });
  });

  it('takes the plugin’s own addresses from /api', async () => {
    await ask('/nim-wizard/api/v1/keys/verify', { method: 'POST', body: '{}' });
    expect(service.seen.at(-1)).toMatchObject({
      method: 'POST',
      url: '/api/v1/keys/verify',
      body: '{}',
    });
  });

  it('marks a script that holds a copy of React', async () => {
    const own = await ask('/_mf/nimWizard/own.js');
    expect(own.headers.get('server-timing')).toBe('bundles-react');
    const good = await ask('/_mf/nimWizard/good.js');
    expect(good.headers.get('server-timing')).toBeNull();
  });

  it('answers 503 when nothing is there', async () => {
    const alone = await startDevServer({
      port: 0,
      clientDir,
      cluster,
      dashboardNamespace: 'opendatahub',
      users,
      service: { url: 'http://127.0.0.1:1' },
    });
    const response = await fetch(`${alone.url}/_mf/nimWizard/remoteEntry.js`);
    expect(response.status).toBe(503);
    await alone.stop();
  });
});

describe('what the back end answers itself', () => {
  it('says who is signed in, where the dashboard is, and whether they are an administrator', async () => {
    const response = await ask('/api/status');
    expect(await response.json()).toMatchObject({
      kube: { namespace: 'opendatahub', userName: 'ada', isAdmin: false },
    });
    const { cookie } = await signIn('admin');
    const asAdmin = await ask('/api/status', { headers: { cookie } });
    expect(await asAdmin.json()).toMatchObject({ kube: { userName: 'admin', isAdmin: true } });
  });

  it('gives the configuration to anybody, read by the administrator, with the given nimConfig', async () => {
    const response = await ask('/api/config');
    expect(await response.json()).toMatchObject({
      spec: {
        dashboardConfig: { disableNIMModelServing: true },
        nimConfig: { keyScope: 'deployment' },
      },
    });
    expect(cluster.seen.at(-1)).toMatchObject({ authorization: 'Bearer admin-token' });
  });

  it('names the users, without their tokens', async () => {
    const text = await (await ask('/api/dev/users')).text();
    expect(JSON.parse(text)).toEqual({ users: ['ada', 'admin'], current: 'ada' });
    expect(text).not.toContain('token');
  });

  it('refuses to sign in somebody who is not there', async () => {
    expect(await signIn('mallory')).toEqual({ status: 400, cookie: '' });
  });
});

describe('the pages', () => {
  it.each(['/', '/projects/nim-demo/deploy', '/deploy?x=1'])(
    'answers %s with the application',
    async (path) => {
      const response = await ask(path, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Dashboard');
    },
  );

  it.each(['/api/nothing', '/assets/gone.js', '/nim-wizard'])('has no page at %s', async (path) => {
    const response = await ask(path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
  });
});

describe('starting', () => {
  it('says which port is taken', async () => {
    const { port } = new URL(server.url);
    await expect(startDevServer({ ...options(), port: Number(port) })).rejects.toThrow(
      `Port ${port} is in use`,
    );
  });

  it('says that the client has not been built', async () => {
    await expect(
      startDevServer({ ...options(), port: 0, clientDir: join(clientDir, 'nothing') }),
    ).rejects.toThrow('has not been built');
  });
});

describe('a request with the name of another host', () => {
  it('is refused, so that no other site can act as the person who is signed in', async () => {
    const { port } = new URL(server.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path: '/api/status', headers: { host: `evil.example:${port}` } },
        (response) => resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});
