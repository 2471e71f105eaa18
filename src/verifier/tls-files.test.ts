import { mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startService, type RunningService } from './running-service.fixture.ts';
import { selfSigned } from './self-signed.fixture.ts';

type Pair = ReturnType<typeof selfSigned>;

describe('a certificate whose files change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nim-tls-'));
  const first = selfSigned();
  const second = selfSigned();
  let service: RunningService;

  /** As a mounted Secret changes: a new folder, and a link that is swapped. */
  let versions = 0;
  const mount = ({ key, cert }: Pair): void => {
    versions += 1;
    mkdirSync(join(folder, `v${versions}`));
    writeFileSync(join(folder, `v${versions}`, 'tls.key'), key);
    writeFileSync(join(folder, `v${versions}`, 'tls.crt'), cert);
    symlinkSync(`v${versions}`, join(folder, 'next'));
    renameSync(join(folder, 'next'), join(folder, 'data'));
  };

  beforeAll(async () => {
    mount(first);
    const tlsFiles = { key: join(folder, 'data/tls.key'), cert: join(folder, 'data/tls.crt') };
    service = await startService({ tls: first, tlsFiles, options: { tlsCheckMs: 20 } });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  /** Whether a new connection is served with this certificate. */
  const servesWith = async ({ cert }: Pair): Promise<boolean> => {
    const dispatcher = new Agent({ connect: { ca: cert } });
    try {
      const answer = await request(`${service.url}/healthz`, { dispatcher });
      await answer.body.dump();
      return answer.statusCode === 200;
    } catch {
      return false;
    } finally {
      await dispatcher.close();
    }
  };

  it('is replaced without a restart; one that does not fit is not used', async () => {
    expect(await servesWith(first)).toBe(true);
    expect(await servesWith(second)).toBe(false);

    mount({ key: second.key, cert: first.cert });
    await vi.waitFor(() => expect(service.log()).toContain('do not fit'), 3_000);
    expect(await servesWith(first)).toBe(true);

    mount(second);
    await vi.waitFor(async () => expect(await servesWith(second)).toBe(true), 3_000);
    expect(await servesWith(first)).toBe(false);
    expect(service.log()).toContain('were replaced');
    expect(service.log()).not.toContain('PRIVATE KEY');
  });
});
