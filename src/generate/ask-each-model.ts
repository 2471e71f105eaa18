import pLimit from 'p-limit';
import type { FoundModel } from './entries/found-model.ts';
import type { NgcSession } from './ngc-session.ts';
import { startProgress } from './progress.ts';

/**
 * Asks for every found model, so many at a time, and shows how far that is. A model that answers 401
 * raises the question whether the key is still good, which is asked before the next ones.
 *
 * @param what what is counted, for instance "models asked"
 */
export const askEachModel = async <T extends { status: string; code?: number }>(
  { search, concurrency, ended, doubtKey }: NgcSession,
  what: string,
  ask: (found: FoundModel) => Promise<T>,
): Promise<T[]> => {
  const limit = pLimit(concurrency);
  const progress = startProgress(search.models.length, what);
  const askOne = async (found: FoundModel): Promise<T> => {
    const outcome = await ask(found);
    if (ended() === undefined) {
      progress.step();
    }
    if (outcome.status === 'failed' && outcome.code === 401) {
      await doubtKey();
    }
    return outcome;
  };
  try {
    return await Promise.all(search.models.map((found) => limit(askOne, found)));
  } finally {
    progress.stop();
  }
};
