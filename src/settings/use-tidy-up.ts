import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { tidyKey } from '../submit/key/tidy-key.ts';
import { lookForKeyAgain } from '../wizard/key/project-key-query.ts';
import * as words from '../words/settings.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { type Notice, noticeOfUnexpected } from './notice.ts';
import { type Running, useRunning } from './use-running.ts';

/** Removes the previous key that an unfinished replacement has left in the Secrets. */
export const useTidyUp = (
  { project, key }: KnownKeyData,
  onOutcome: (notice: Notice | undefined) => void,
): Running =>
  useRunning(
    async () => {
      if (key.kind !== 'stored') {
        return;
      }
      onOutcome(undefined);
      const outcome = await tidyKey(project, key.pair, dashboardCluster);
      await lookForKeyAgain(project);
      onOutcome(
        outcome.status === 'tidy'
          ? { variant: 'success', title: words.tidied }
          : { variant: 'danger', title: words.notTidied, body: outcome.message },
      );
    },
    (message) => onOutcome(noticeOfUnexpected(message)),
  );
