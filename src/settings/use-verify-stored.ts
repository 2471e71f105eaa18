import { useEffect, useRef } from 'react';
import { describeStoredAnswer } from '../apiKey/describe-stored-answer.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { type KeyAnswer, verifyKey } from '../apiKey/verify-key.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { recordVerification } from '../submit/record-verification.ts';
import { lookForKeyAgain } from '../wizard/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { sendByBrowser } from '../wizard/send-by-browser.ts';
import { settingsQuery } from '../wizard/settings-query.ts';
import type { KnownKeyData } from './known-key-data.ts';
import type { Notice } from './notice.ts';
import { type Running, useRunning } from './use-running.ts';

type Stored = Extract<ProjectKey, { kind: 'stored' }>;

/**
 * Has the service ask NVIDIA about the key that is stored, which does not come to the browser for it. A
 * verification is written down on the Secrets; anything else is said and changes nothing.
 */
export const useVerifyStored = (
  { project, key }: KnownKeyData,
  onOutcome: (notice: Notice | undefined) => void,
): Running => {
  const question = useRef<AbortController>();
  useEffect(() => () => question.current?.abort(), []);
  return useRunning(async () => {
    if (key.kind !== 'stored') {
      return;
    }
    onOutcome(undefined);
    const controller = new AbortController();
    question.current = controller;
    const answer = await ask(project, key, controller.signal);
    if (answer) {
      onOutcome(await noticeFor(answer, project, key));
    }
  });
};

/** Undefined when nobody waits for the answer any more. */
const ask = async (
  project: string,
  { source }: Stored,
  signal: AbortSignal,
): Promise<KeyAnswer | undefined> => {
  try {
    return await verifyKey({ question: { project, use: source }, send: sendByBrowser, signal });
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
};

const KNOWN = 'NVIDIA knows this key';

const noticeFor = async (answer: KeyAnswer, project: string, key: Stored): Promise<Notice> => {
  if (answer.status !== 'valid') {
    const { severity, title, body } = describeStoredAnswer(answer, key.source);
    return { variant: severity, title, body };
  }
  if (key.source === 'older') {
    return { variant: 'success', title: KNOWN, body: NOT_OURS };
  }
  return key.record
    ? record(project, key, key.record)
    : { variant: 'success', title: KNOWN, body: NO_RECORD };
};

const NOT_OURS =
  "This is not written down, since the Secrets are the dashboard's older integration's.";

/** Without a record nobody can tell whether both Secrets hold the key that was asked about. */
const NO_RECORD =
  'This is not written down, since nothing is known of where the Secrets have their key from. Replace the key to have that.';

const record = async (
  project: string,
  { pair }: Stored,
  before: NonNullable<Stored['record']>,
): Promise<Notice> => {
  const { userName: by } = await queryClient.fetchQuery(settingsQuery);
  const after = { ...before, verification: 'verified' as const, at: new Date().toISOString(), by };
  const outcome = await recordVerification(pair, after, dashboardCluster);
  await lookForKeyAgain(project);
  return outcome.status === 'recorded'
    ? { variant: 'success', title: KNOWN, body: "Today's verification is written on its Secrets." }
    : { variant: 'warning', title: KNOWN, body: outcome.message };
};
