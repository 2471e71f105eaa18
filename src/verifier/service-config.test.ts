import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readServiceConfig, type ServiceConfig } from './service-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'nim-config-'));
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
afterAll(() => rmSync(folder, { recursive: true }));

const configOf = (environment: Record<string, string>): ServiceConfig => {
  const reading = readServiceConfig(environment);
  if (reading.status === 'refused') {
    throw new Error(reading.problems.join('; '));
  }
  return reading.config;
};

describe('the configuration', () => {
  it('needs nothing in a cluster', () => {
    expect(configOf({})).toEqual({
      host: '0.0.0.0',
      port: 8080,
      ngcUrl: 'https://api.ngc.nvidia.com',
      registry: {
        name: 'nvcr.io',
        url: 'https://nvcr.io',
        redirectHosts: ['layers.nvcr.io', 'xfiles.ngc.nvidia.com'],
      },
      kubernetesUrl: 'https://kubernetes.default.svc',
      logLevel: 'info',
      attemptsPerMinute: 20,
      totalAttemptsPerMinute: 600,
      nvidiaAtOnce: 64,
      timeLimitMs: 10_000,
      proxy: { http: '', https: '', except: '' },
    });
  });

  it('takes every variable, and the content of files', () => {
    const config = configOf({
      NIM_WIZARD_HOST: '127.0.0.1',
      NIM_WIZARD_PORT: '0',
      NIM_WIZARD_STATIC_DIR: folder,
      NIM_WIZARD_NGC_URL: 'http://127.0.0.1:1234/base/',
      NIM_WIZARD_REGISTRY: 'mirror.example:5000',
      NIM_WIZARD_REGISTRY_URL: 'https://mirror.example:5000/',
      NIM_WIZARD_REGISTRY_REDIRECT_HOSTS: 'a.example, b.example:8443',
      NIM_WIZARD_KUBERNETES_URL: 'https://api.cluster.example:6443',
      NIM_WIZARD_KUBERNETES_CA_FILE: file('ca.crt', 'CA'),
      NIM_WIZARD_TLS_KEY_FILE: file('tls.key', 'KEY'),
      NIM_WIZARD_TLS_CERT_FILE: file('tls.crt', 'CERT'),
      NIM_WIZARD_LOG_LEVEL: 'debug',
      NIM_WIZARD_ATTEMPTS_PER_MINUTE: '5',
      NIM_WIZARD_TOTAL_ATTEMPTS_PER_MINUTE: '50',
      NIM_WIZARD_NVIDIA_AT_ONCE: '8',
      NIM_WIZARD_METRICS_PORT: '9090',
      NIM_WIZARD_TIME_LIMIT_MS: '500',
      https_proxy: 'http://proxy.example:3128',
      NO_PROXY: '.svc',
    });
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 0,
      staticDir: folder,
      ngcUrl: 'http://127.0.0.1:1234/base',
      registry: {
        name: 'mirror.example:5000',
        url: 'https://mirror.example:5000',
        redirectHosts: ['a.example', 'b.example:8443'],
      },
      kubernetesUrl: 'https://api.cluster.example:6443',
      kubernetesCa: 'CA',
      tls: { key: 'KEY', cert: 'CERT' },
      tlsFiles: { key: join(folder, 'tls.key'), cert: join(folder, 'tls.crt') },
      logLevel: 'debug',
      attemptsPerMinute: 5,
      totalAttemptsPerMinute: 50,
      nvidiaAtOnce: 8,
      metricsPort: 9090,
      timeLimitMs: 500,
      proxy: { http: '', https: 'http://proxy.example:3128', except: '.svc' },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(configOf({ NIM_WIZARD_PORT: '', NIM_WIZARD_STATIC_DIR: '' })).toEqual(configOf({}));
  });

  it.each([
    ['NIM_WIZARD_PORT', '80a'],
    ['NIM_WIZARD_PORT', '65536'],
    ['NIM_WIZARD_STATIC_DIR', '/nowhere/at/all'],
    ['NIM_WIZARD_NGC_URL', 'api.ngc.nvidia.com'],
    ['NIM_WIZARD_NGC_URL', 'http://api.ngc.nvidia.com'],
    ['NIM_WIZARD_NGC_URL', 'http://127.0.0.1.example'],
    ['NIM_WIZARD_NGC_URL', 'https://user:secret@api.ngc.nvidia.com'],
    ['NIM_WIZARD_NGC_URL', 'https://:secret@api.ngc.nvidia.com'],
    ['NIM_WIZARD_REGISTRY', 'https://nvcr.io'],
    ['NIM_WIZARD_REGISTRY_URL', 'http://nvcr.io'],
    ['NIM_WIZARD_REGISTRY_REDIRECT_HOSTS', 'https://layers.nvcr.io/'],
    ['NIM_WIZARD_REGISTRY_REDIRECT_HOSTS', 'layers.nvcr.io,*'],
    ['NIM_WIZARD_TOTAL_ATTEMPTS_PER_MINUTE', '0'],
    ['NIM_WIZARD_NVIDIA_AT_ONCE', '0'],
    ['NIM_WIZARD_METRICS_PORT', '-1'],
    ['NIM_WIZARD_KUBERNETES_URL', 'ftp://cluster.example'],
    ['NIM_WIZARD_KUBERNETES_CA_FILE', '/nowhere/ca.crt'],
    ['NIM_WIZARD_TLS_KEY_FILE', '/nowhere/tls.key'],
    ['NIM_WIZARD_LOG_LEVEL', 'loud'],
    ['NIM_WIZARD_ATTEMPTS_PER_MINUTE', '0'],
    ['NIM_WIZARD_TIME_LIMIT_MS', '10001'],
  ])('refuses %s=%s by name', (name, value) => {
    const reading = readServiceConfig({ [name]: value });
    expect(reading).toEqual({
      status: 'refused',
      problems: [expect.stringMatching(new RegExp(`^${name} (must|names)`))],
    });
  });

  it('takes an empty list of hosts that a redirect may lead to', () => {
    const { registry } = configOf({ NIM_WIZARD_REGISTRY_REDIRECT_HOSTS: 'none' });
    expect(registry.redirectHosts).toEqual([]);
  });

  it('names every problem at once', () => {
    const reading = readServiceConfig({ NIM_WIZARD_PORT: 'x', NIM_WIZARD_LOG_LEVEL: 'y' });
    expect(reading).toMatchObject({ problems: { length: 2 } });
  });

  it('wants the key and the certificate together', () => {
    const reading = readServiceConfig({ NIM_WIZARD_TLS_KEY_FILE: file('alone.key', 'KEY') });
    expect(reading).toEqual({
      status: 'refused',
      problems: ['NIM_WIZARD_TLS_KEY_FILE and NIM_WIZARD_TLS_CERT_FILE go together'],
    });
  });
});
