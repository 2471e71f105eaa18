import { unsupportedValue } from '../field-errors.ts';
import { invalid } from '../status.ts';

/**
 * Whether a write is only to be tried: `dryRun=All`.
 *
 * @throws Refusal 422 for any other value.
 */
export const isDryRun = (
  values: string[],
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions' | 'DeleteOptions',
): boolean => {
  const wrong = values.filter((value) => value !== 'All');
  if (wrong.length > 0) {
    throw invalid({ kind, group: 'meta.k8s.io' }, '', [
      unsupportedValue('dryRun', values, ['All']),
    ]);
  }
  return values.length > 0;
};
