import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enteredKey } from '../apiKey/key-secrets.factory.ts';
import { emptyVault, keepKey } from '../apiKey/key-vault.ts';
import { personalKey } from '../apiKey/personal-key.factory.ts';
import { queryClient } from '../wizard/query-client.ts';
import { deployedNim } from './deployment.factory.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import { useReplacedKeyProblems } from './use-replaced-key-problems.ts';
import { stateWith } from './wizard-state.factory.ts';

const { model, server } = deployedNim();
const seen = { services: [model], runtimes: server ? [server] : [] };

const foundFor = (key: object) => {
  const state = stateWith({ [API_KEY_FIELD]: enteredKey(key) });
  return renderHook(() => useReplacedKeyProblems(state, seen)).result;
};

const asked = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  keepKey('nim-demo', personalKey());
  asked.mockImplementation(() => Promise.resolve(Response.json({ status: 'not-entitled' })));
  vi.stubGlobal('fetch', asked);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  asked.mockClear();
  queryClient.clear();
  emptyVault('nim-demo');
});

describe('the review of a key that replaces the project’s', () => {
  it('warns of what runs with that one and could not start again', async () => {
    const found = foundFor({ replaces: 'another' });
    await waitFor(() =>
      expect(found.current).toEqual([
        {
          field: 'key',
          severity: 'warns',
          title: 'This key cannot pull some images that are in use',
          body: "My model would not start again with it. Accept the models' terms at NVIDIA, or enter another key.",
        },
      ]),
    );
  });

  it.each([
    ['the first key of a project', { replaces: '' }],
    ['a key of the deployment alone', { replaces: 'another', scope: 'deployment' }],
  ])('asks about nothing for %s', (_name, key) => {
    expect(foundFor(key).current).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });
});
