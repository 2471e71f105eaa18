import { useEffect, useState } from 'react';
import type { EnteredKeyReference, KeyReference } from '../apiKey/key-reference.ts';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import { emptyVault, keptKey, letKeyGo } from '../apiKey/key-vault.ts';
import { pairToReplace } from '../apiKey/project-key.ts';
import { recordEntered } from '../apiKey/record-entered.ts';
import { keyWrites } from '../apiKey/write-key.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { storeKey, type StoreOutcome } from '../submit/key/store-key.ts';
import { lookForKeyAgain } from '../wizard/key/project-key-query.ts';
import { forgetPulls } from '../wizard/pull-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { settingsQuery } from '../wizard/settings-query.ts';
import * as words from '../words/settings.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { type Running, useRunning } from './use-running.ts';

/** Where a project's new key stands: a reference only, the key itself is in the vault. */
export interface KeyToBe {
  entered: EnteredKeyReference | undefined;
  enter: (reference: KeyReference) => void;
  /** Why it could not be stored. */
  problem: string | undefined;
  store: Running;
}

/**
 * A key that is entered for a project, from the vault into its two Secrets. The vault is emptied when
 * that is done, and when the form is left.
 */
export const useStoreKey = (
  data: KnownKeyData,
  onStored: (warning: string | undefined) => void,
): KeyToBe => {
  const { project } = data;
  const [entered, setEntered] = useState<EnteredKeyReference>();
  const [problem, setProblem] = useState<string>();
  useEffect(
    () => () => {
      emptyVault(project);
      forgetPulls(project);
    },
    [project],
  );
  const store = useRunning(async () => {
    if (!entered) {
      return;
    }
    setProblem(undefined);
    const outcome = await storeEntered(data, entered);
    if (outcome.status === 'stored') {
      emptyVault(project);
    }
    await lookForKeyAgain(project);
    if (outcome.status === 'stored') {
      onStored(outcome.warning);
    } else {
      setProblem(outcome.message);
    }
  }, setProblem);
  const enter = (reference: KeyReference): void => {
    if (reference.kind !== 'entered') {
      letKeyGo(project);
    }
    setProblem(undefined);
    setEntered(reference.kind === 'entered' ? reference : undefined);
  };
  return { entered, enter, problem, store };
};

const storeEntered = async (
  { project, key }: KnownKeyData,
  entered: EnteredKeyReference,
): Promise<StoreOutcome> => {
  const plain = keptKey(project);
  if (plain === undefined) {
    return { status: 'failed', message: words.keyForgotten };
  }
  const { userName: by } = await queryClient.fetchQuery(settingsQuery);
  const record = recordEntered(entered, { at: new Date().toISOString(), by });
  const writes = keyWrites({
    project,
    names: keySecretNames('project', ''),
    stored: { key: plain, record },
    existing: pairToReplace(key),
  });
  return storeKey(writes, dashboardCluster);
};
