/** @vitest-environment jsdom */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerAsDashboard } from '../../test/factories/dashboard-proxy.factory.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';

describe("the dashboard's settings in the query cache", () => {
  afterEach(() => {
    queryClient.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('are still there when a person takes an hour to fill the wizard in', async () => {
    vi.useFakeTimers();
    const sent = answerAsDashboard(({ path }) =>
      Response.json(
        path === '/api/status'
          ? { kube: { namespace: 'opendatahub' } }
          : { spec: { nimConfig: { keyScope: 'deployment' } } },
      ),
    );
    await queryClient.fetchQuery(settingsQuery);
    await vi.advanceTimersByTimeAsync(60 * 60 * 1000);
    expect(queryClient.getQueryData(settingsQuery.queryKey)?.nimConfig.keyScope).toBe('deployment');
    await queryClient.fetchQuery(settingsQuery);
    expect(sent).toHaveLength(2);
  });
});
