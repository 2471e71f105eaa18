import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type RunningService } from './running-service.fixture.ts';
import { cacheControlFor } from './static-files.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';

describe('how long a file may be kept', () => {
  it.each([
    ['/srv/assets/fields-AbCd_12-.js', FOR_GOOD],
    ['/srv/assets/fields-AbCd1234.js.map', FOR_GOOD],
    ['/srv/remoteEntry.js', 'no-cache'],
    ['/srv/fields.js', 'no-cache'],
    ['/srv/assets/logo.svg', 'no-cache'],
    ['/srv/assets-AbCd1234/logo.svg', 'no-cache'],
  ])('%s: %s', (path, cacheControl) => {
    expect(cacheControlFor(path)).toBe(cacheControl);
  });
});

describe('the static files', () => {
  const root = mkdtempSync(join(tmpdir(), 'nim-static-'));
  let service: RunningService;
  beforeAll(async () => {
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'remoteEntry.js'), 'var nimWizard = 1;');
    writeFileSync(join(root, 'remoteEntry.js.gz'), gzipSync('var nimWizard = 1;'));
    writeFileSync(join(root, 'fields.js'), 'export {};');
    writeFileSync(join(root, '.hidden'), 'hidden');
    writeFileSync(join(root, 'assets', 'fields-AbCd1234.js'), 'export {};');
    service = await startService({ staticDir: root });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(root, { recursive: true });
  });
  const got = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${service.url}/${path}`, init);

  it.each([
    ['remoteEntry.js', 'no-cache'],
    ['fields.js', 'no-cache'],
    ['assets/fields-AbCd1234.js', FOR_GOOD],
  ])('%s is a script that may be kept: %s', async (path, cacheControl) => {
    const answer = await got(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toBe(cacheControl);
  });

  it('says that nothing has changed when nothing has', async () => {
    const etag = (await got('remoteEntry.js')).headers.get('etag') ?? '';
    // Not by fetch, which adds `cache-control: no-cache` and so asks for the whole file.
    const again = await request(`${service.url}/remoteEntry.js`, {
      headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' },
    });
    expect(again.statusCode).toBe(304);
  });

  it('sends the compressed file that lies beside one', async () => {
    const answer = await got('remoteEntry.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toContain('accept-encoding');
    expect(await answer.text()).toBe('var nimWizard = 1;');
  });

  it.each(['nothing.js', 'assets', 'assets/', '.hidden', '..%2f..%2fetc%2fpasswd', ''])(
    '"%s" is no file, and that is not to be kept',
    async (path) => {
      const answer = await got(path);
      expect([403, 404]).toContain(answer.status);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({ kind: 'Status', code: answer.status });
    },
  );

  it('a page of another path may load the scripts, and none may frame an answer', async () => {
    const { headers } = await got('remoteEntry.js');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('the service is healthy', async () => {
    const answer = await got('healthz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
