import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enteredKey } from '../../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey } from '../../apiKey/key-vault.ts';
import { personalKey } from '../../apiKey/personal-key.factory.ts';
import type { KeyUser } from '../../bundle/key-users.ts';
import { queryClient } from '../query-client.ts';
import { useRefusedPulls } from './use-refused-pulls.ts';

const PROJECT = 'nim-demo';

const runs = (name: string): KeyUser => ({
  name,
  displayName: name,
  image: `nvcr.io/nim/meta/${name}:1.0.0`,
  service: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name, namespace: PROJECT },
    spec: { predictor: {} },
  },
});

/** The plugin's service, which answers when it is told to. */
const slowService = (): { asked: string[]; answer: (status: string) => Promise<void> } => {
  const asked: string[] = [];
  const waiting: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    asked.push((JSON.parse(body) as { image: string }).image);
    return new Promise<Response>((resolve) => waiting.push(resolve));
  });
  const answer = (status: string): Promise<void> =>
    act(async () => {
      waiting.shift()?.(Response.json({ status }));
      await Promise.resolve();
    });
  return { asked, answer };
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  queryClient.clear();
  emptyVault(PROJECT);
});

describe('whom a key that was entered would stop', () => {
  it('is asked for three images at a time, so that a person has questions left', async () => {
    keepKey(PROJECT, personalKey());
    const service = slowService();
    const users = ['a', 'b', 'c', 'd', 'e'].map(runs);
    const { result } = renderHook(() => useRefusedPulls(enteredKey({ project: PROJECT }), users));
    await waitFor(() => expect(service.asked).toHaveLength(3));
    await service.answer('can-pull');
    await waitFor(() => expect(service.asked).toHaveLength(4));
    await service.answer('not-entitled');
    await waitFor(() => expect(service.asked).toHaveLength(5));
    expect(result.current.map(({ name }) => name)).toEqual(['b']);
  });
});
