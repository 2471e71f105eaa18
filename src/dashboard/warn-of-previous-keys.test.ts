import { afterEach, expect, it, vi } from 'vitest';
import { errorOf } from '../submit/run/memory-cluster.factory.ts';
import type { Untidy } from '../submit/run/tidy-run.ts';
import { warnOfPreviousKeys } from './warn-of-previous-keys.ts';

const untidy = (name: string): Untidy => {
  const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name } };
  return {
    written: { object, step: { id: `Secret/${name}`, object, dependsOn: [] } },
    error: errorOf('unreachable'),
  };
};

afterEach(() => vi.restoreAllMocks());

it('names the Secrets that still hold the previous key', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  warnOfPreviousKeys([untidy('nim-api-key'), untidy('nim-image-pull')]);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    'nimWizard: the previous NVIDIA API key is still in nim-api-key and nim-image-pull. Remove it in the project\'s settings ("Remove the previous key").',
  );
});

it('says nothing when there are none', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  warnOfPreviousKeys([]);
  expect(warn).not.toHaveBeenCalled();
});
