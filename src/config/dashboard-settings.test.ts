import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type DashboardSettings,
  DashboardSettingsError,
  readDashboardSettings,
} from './dashboard-settings.ts';

const status = { kube: { namespace: 'opendatahub', userName: 'ada', isAdmin: false } };

/** Puts the plugin before a dashboard that gives these answers, by path. */
const answerWith = (answers: Record<string, Response | Error>): string[] => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const answer = answers[path] ?? new Response('', { status: 404 });
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return asked;
};

const withConfig = (config: unknown): Promise<DashboardSettings> => {
  answerWith({ '/api/status': Response.json(status), '/api/config': Response.json(config) });
  return readDashboardSettings(new AbortController().signal);
};

const failing = async (path: string, answer: Response | Error): Promise<unknown> => {
  answerWith({
    '/api/status': Response.json(status),
    '/api/config': Response.json({ spec: {} }),
    [path]: answer,
  });
  return readDashboardSettings(new AbortController().signal).then(
    () => undefined,
    (error: unknown) => error,
  );
};

afterEach(() => vi.unstubAllGlobals());

describe("the dashboard's settings", () => {
  it('are its namespace, who is signed in, and the configuration of the plugin', async () => {
    const nimConfig = { keyScope: 'deployment', disableKeyValidation: true };
    expect(await withConfig({ spec: { nimConfig, dashboardConfig: {} } })).toEqual({
      namespace: 'opendatahub',
      userName: 'ada',
      nimConfig: {
        keyScope: 'deployment',
        disableKeyValidation: true,
        disconnected: { disableKeyCollection: false },
      },
    });
  });

  it('need no configuration of the plugin', async () => {
    expect((await withConfig({ spec: {} })).nimConfig.keyScope).toBe('project');
  });

  it('are asked for by two requests, both at once', async () => {
    const asked = answerWith({});
    const outcome = readDashboardSettings(new AbortController().signal);
    expect(asked).toEqual(['/api/status', '/api/config']);
    await expect(outcome).rejects.toThrow('it answered 404');
  });
});

describe('settings that cannot be read', () => {
  it.each([
    [
      'refused',
      '/api/config',
      new Response('', { status: 503 }),
      'The dashboard could not say how it is set up (it answered 503 for /api/config). Reload the page, or ask an administrator.',
    ],
    [
      'without a namespace',
      '/api/status',
      Response.json({ kube: {} }),
      'The dashboard is not set up as it should be. Ask an administrator to check its configuration (kube.namespace, in its answer for /api/status).',
    ],
    [
      'with a wrong configuration',
      '/api/config',
      Response.json({ spec: { nimConfig: { keyScope: 'cluster' } } }),
      'The dashboard is not set up as it should be. Ask an administrator to check its configuration (spec.nimConfig.keyScope, in its answer for /api/config).',
    ],
    [
      'answered with a page',
      '/api/config',
      new Response('<h1>Sign in</h1>'),
      'The dashboard is not set up as it should be. Ask an administrator to check its configuration (no JSON object, in its answer for /api/config).',
    ],
    [
      'not answered at all',
      '/api/status',
      new TypeError('Failed to fetch'),
      'The dashboard did not answer when asked how it is set up (/api/status). Check your connection, then try again.',
    ],
  ])('say why: %s', async (_what, path, answer, message) => {
    const error = await failing(path, answer);
    expect(error).toBeInstanceOf(DashboardSettingsError);
    expect(error).toHaveProperty('message', message);
  });

  it('are given up after a minute without an answer', async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'fetch',
      (_path: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    const outcome = readDashboardSettings(new AbortController().signal).catch(String);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toContain(
      'The dashboard did not answer when asked how it is set up (/api/status)',
    );
    vi.useRealTimers();
  });

  it('are no error of the dashboard when nobody waits for them any more', async () => {
    const controller = new AbortController();
    vi.stubGlobal('fetch', (_path: string, { signal }: RequestInit) =>
      Promise.reject(signal?.reason as Error),
    );
    controller.abort();
    await expect(readDashboardSettings(controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
