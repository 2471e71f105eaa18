import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testKeys } from '../../test/embedded/nvidia/test-keys.ts';
import { createMetrics, serveMetrics } from './metrics.ts';
import { startService, type RunningService } from './running-service.fixture.ts';

describe('the metrics', () => {
  const metrics = createMetrics();
  let service: RunningService;
  let served: Awaited<ReturnType<typeof serveMetrics>>;
  beforeAll(async () => {
    service = await startService({ options: { metrics } });
    served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  });
  afterAll(() => Promise.all([service.stop(), served.stop()]));

  const asked = async (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${served.port}${path}`, init);

  it('count attempts by what was answered, and say nothing of who asked', async () => {
    await service.verify({ project: 'nim-demo', key: testKeys.valid.key });
    await service.verify({ project: 'nim-demo', key: testKeys.html.key });
    await service.verify({ project: 'nim-demo', key: testKeys.valid.key }, 'vic-token');
    await vi.waitFor(async () => expect(await metrics.text()).toContain('reason="Forbidden"'));
    const answer = await asked('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toContain(
      'nim_wizard_key_attempts_total{action="verify",verdict="valid",reason=""} 1',
    );
    expect(text).toContain(
      'nim_wizard_key_attempts_total{action="verify",verdict="unknown",reason="unexpected-answer"} 1',
    );
    expect(text).toContain('nim_wizard_key_attempt_seconds_count{action="verify"} 3');
    expect(text).toContain('nim_wizard_nvidia_requests 0');
    expect(text).toContain('nim_wizard_nvidia_users 0');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/nvapi|TestKey|nim-demo|"(ada|vic)"/);
  });

  it.each([
    ['/', 'GET'],
    ['/metrics', 'POST'],
    ['/metrics?x=1', 'GET'],
  ])('are all that their port has: %s by %s is nothing', async (path, method) => {
    expect((await asked(path, { method })).status).toBe(404);
  });

  it("are not on the service's own port", async () => {
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
  });
});
