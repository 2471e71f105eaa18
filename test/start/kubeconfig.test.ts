import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readCurrentContext } from './kubeconfig.ts';

const folder = mkdtempSync(join(tmpdir(), 'nim-kubeconfig-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const file = (content: object | string): string => {
  const path = join(folder, `config-${(count += 1)}`);
  writeFileSync(path, typeof content === 'string' ? content : stringify(content));
  return path;
};

const complete = {
  'current-context': 'work',
  contexts: [{ name: 'work', context: { cluster: 'c', user: 'u', namespace: 'mine' } }],
  clusters: [{ name: 'c', cluster: { server: 'https://cluster.example:6443' } }],
  users: [{ name: 'u', user: { token: 'secret' } }],
};

const read = (...files: string[]): ReturnType<typeof readCurrentContext> =>
  readCurrentContext({ KUBECONFIG: files.join(delimiter) });

describe('the current context', () => {
  it('is read with its cluster and its user', () => {
    expect(read(file(complete))).toEqual({
      name: 'work',
      cluster: { server: 'https://cluster.example:6443' },
      userName: 'u',
      user: { token: 'secret' },
    });
  });

  it('finds files beside the kubeconfig', () => {
    const clusters = [
      {
        name: 'c',
        cluster: { server: 'https://c.example', 'certificate-authority': 'pki/ca.crt' },
      },
    ];
    const { cluster } = read(file({ ...complete, clusters }));
    expect(cluster['certificate-authority']).toBe(join(folder, 'pki/ca.crt'));
  });

  it('is put together from several files; the first that names something wins', () => {
    const { users, ...rest } = complete;
    const second = {
      users: [...users],
      clusters: [{ name: 'c', cluster: { server: 'https://no' } }],
    };
    expect(read(file(rest), file(second))).toMatchObject({
      cluster: { server: 'https://cluster.example:6443' },
      user: { token: 'secret' },
    });
  });

  it.each([
    ['no file', undefined, 'There is no kubeconfig'],
    ['no context', { ...complete, 'current-context': '' }, 'has no current context'],
    ['an unknown context', { ...complete, 'current-context': 'x' }, 'has no context "x"'],
    ['an unknown user', { ...complete, users: [] }, 'has no user "u"'],
    ['no server', { ...complete, clusters: [{ name: 'c', cluster: {} }] }, 'cannot be read'],
    ['no YAML', '{ a: [', 'is no YAML'],
  ])('is refused in one line: %s', (_what, content, message) => {
    const path = content === undefined ? join(folder, 'nothing') : file(content);
    expect(() => read(path)).toThrow(message);
  });
});
