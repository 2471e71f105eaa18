import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../src/verifier/self-signed.fixture.ts';
import { credentialsOf } from './kube-credentials.ts';
import { startKubeForwarder } from './kube-forwarder.ts';
import type { ClusterEntry, UserEntry } from './kubeconfig.ts';

interface Asked {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  certified: boolean;
  body: string;
}

const folder = mkdtempSync(join(tmpdir(), 'nim-forwarder-'));
const serverTls = selfSigned();
const clientTls = selfSigned();
const base64 = (text: string): string => Buffer.from(text).toString('base64');

let asked: Asked[] = [];
const cluster = createServer(
  { ...serverTls, requestCert: true, rejectUnauthorized: false, ca: clientTls.cert },
  async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
    }
    const { method, url: path, headers } = request;
    asked.push({
      method,
      path,
      headers,
      certified: (request.socket as TLSSocket).authorized,
      body,
    });
    response.writeHead(201, { 'content-type': 'application/json', 'x-from': 'cluster' });
    response.end('{"kind":"Pod"}');
  },
);
let server = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    cluster.listen(0, '127.0.0.1', resolve);
  });
  server = `https://127.0.0.1:${(cluster.address() as AddressInfo).port}`;
});
afterAll(() => {
  cluster.close();
  cluster.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  asked = [];
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const entry = (changes: Partial<ClusterEntry> = {}): ClusterEntry => ({
  server,
  'certificate-authority-data': base64(serverTls.cert),
  ...changes,
});

const asUser = async (user: UserEntry, changes: Partial<ClusterEntry> = {}): Promise<string> => {
  const context = { name: 'work', cluster: entry(changes), userName: 'me', user };
  const forwarder = await startKubeForwarder(await credentialsOf(context), 'local-password');
  stops.push(forwarder.stop);
  return forwarder.url;
};

const get = (url: string, password = 'local-password'): Promise<Response> =>
  fetch(`${url}/api/v1/pods?limit=1`, { headers: { authorization: `Bearer ${password}` } });

describe('a request to the cluster of a kubeconfig', () => {
  it('is passed on whole, with the token of the user', async () => {
    const url = await asUser({ token: 'user-token' });
    const answer = await fetch(`${url}/api/v1/pods?dryRun=All`, {
      method: 'POST',
      headers: { authorization: 'Bearer local-password', 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-from')).toBe('cluster');
    expect(await answer.json()).toEqual({ kind: 'Pod' });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/api/v1/pods?dryRun=All',
        headers: { authorization: 'Bearer user-token', 'content-type': 'application/json' },
        body: '{"a":1}',
      },
    ]);
  });

  it('is passed on with the certificate of the user, and no token', async () => {
    const url = await asUser({
      'client-certificate-data': base64(clientTls.cert),
      'client-key-data': base64(clientTls.key),
    });
    await get(url);
    expect(asked).toMatchObject([{ certified: true }]);
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is passed on with the token that stands in a file at that moment', async () => {
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'first\n');
    const url = await asUser({ tokenFile });
    await get(url);
    writeFileSync(tokenFile, 'second\n');
    await get(url);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('is passed on with the token that a command prints', async () => {
    const printed = { kind: 'ExecCredential', status: { token: 'from-command' } };
    const url = await asUser({
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: ['-e', 'console.log(process.env.CREDENTIAL)'],
        env: [{ name: 'CREDENTIAL', value: JSON.stringify(printed) }],
      },
    });
    await get(url);
    expect(asked).toMatchObject([{ headers: { authorization: 'Bearer from-command' } }]);
  });

  it('is refused to whoever does not know the password', async () => {
    const url = await asUser({ token: 'user-token' });
    expect((await get(url, 'another')).status).toBe(401);
    expect((await fetch(`${url}/api`)).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('fails when the cluster has another certificate', async () => {
    const authority = base64(clientTls.cert);
    const url = await asUser({ token: 't' }, { 'certificate-authority-data': authority });
    expect((await get(url)).status).toBe(502);
    expect(asked).toEqual([]);
  });
});

describe('credentials that cannot be used', () => {
  it.each<[string, UserEntry, Partial<ClusterEntry>, string]>([
    [
      'a password',
      { username: 'me', password: 'x' },
      {},
      '"username" of user "me" is not supported',
    ],
    ['an auth provider', { 'auth-provider': {} }, {}, '"auth-provider" of user "me" is not'],
    ['impersonation', { token: 't', as: 'boss' }, {}, '"as" of user "me" is not supported'],
    ['a proxy', { token: 't' }, { 'proxy-url': 'http://p' }, '"proxy-url" is not supported'],
    ['nothing', {}, {}, 'user "me" has neither a token nor a certificate'],
    ['a missing file', { 'client-certificate': '/no/file' }, {}, '/no/file cannot be read'],
    [
      'a command that fails',
      { exec: { apiVersion: 'v1', command: process.execPath, args: ['-e', 'process.exit(1)'] } },
      {},
      'gave no credentials',
    ],
  ])('are refused in one line: %s', async (_what, user, changes, message) => {
    await expect(asUser(user, changes)).rejects.toThrow(message);
  });
});
