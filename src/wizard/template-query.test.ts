import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from '../../test/factories/dashboard-proxy.factory.ts';
import { queryClient } from './query-client.ts';
import { templateQuery } from './template-query.ts';

afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

describe('the template of a NIM', () => {
  it.each([
    ['http', 'nim-http-template'],
    ['grpc', 'nim-grpc-template'],
  ] as const)('is, for the protocol %s, %s', async (protocol, name) => {
    openEmbeddedCluster('ada');
    const template = await queryClient.fetchQuery(templateQuery(protocol));
    expect(template.metadata.name).toBe(name);
  });
});
