import { pairToReplace } from '../apiKey/project-key.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { removeKey } from '../submit/key/remove-key.ts';
import { lookForKeyAgain } from '../wizard/key/project-key-query.ts';
import * as words from '../words/settings.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { type Notice, noticeOfUnexpected } from './notice.ts';
import { type Running, useRunning } from './use-running.ts';

const TITLES = { failed: words.notRemoved, half: words.halfRemoved } as const;

/** Removes a project's key: the Secrets that this person was shown, in their very version. */
export const useRemoveKey = (
  { project, key }: KnownKeyData,
  onOutcome: (notice: Notice) => void,
): Running =>
  useRunning(
    async () => {
      const outcome = await removeKey(project, pairToReplace(key), dashboardCluster);
      await lookForKeyAgain(project);
      onOutcome(
        outcome.status === 'removed'
          ? { variant: 'success', title: words.removed }
          : { variant: 'danger', title: TITLES[outcome.status], body: outcome.message },
      );
    },
    (message) => onOutcome(noticeOfUnexpected(message)),
  );
