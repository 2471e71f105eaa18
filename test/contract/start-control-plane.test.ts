import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startApiServer } from '../apiserver/api-server.ts';

const folders: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true });
  }
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'control-plane-test-'));
  folders.push(folder);
  return folder;
};

const assetsWith = (programs: Record<string, string>): string => {
  const folder = newFolder();
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  return folder;
};

const start = (assets: string) => startApiServer({ assets, objects: [], users: [] });

describe('a control plane that cannot start', () => {
  it('says which program is missing', async () => {
    await expect(start(assetsWith({}))).rejects.toThrow(/^etcd: spawn .*ENOENT/);
  });

  it('says what the program said before it ended, and leaves nothing behind', async () => {
    const assets = assetsWith({
      etcd: 'sleep 60',
      'kube-apiserver': 'echo "no such flag: --shoes" >&2; exit 3',
    });
    const temporary = newFolder();
    vi.stubEnv('TMPDIR', temporary);
    await expect(start(assets)).rejects.toThrow(/^kube-apiserver: it ended \(3\)\n.*no such flag/s);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
