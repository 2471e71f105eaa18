import { useEffect, useRef } from 'react';
import { describeStoredAnswer } from '../apiKey/describe-stored-answer.ts';
import type { KeyRecord } from '../apiKey/key-record.ts';
import type { StoredProjectKey } from '../apiKey/project-key.ts';
import { type KeyAnswer, verifyKey } from '../apiKey/verify-key.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import { recordVerification } from '../submit/key/record-verification.ts';
import { lookForKeyAgain } from '../wizard/key/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { sendByBrowser } from '../wizard/send-by-browser.ts';
import { settingsQuery } from '../wizard/settings-query.ts';
import * as words from '../words/settings.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { type Notice, noticeOfUnexpected } from './notice.ts';
import { type Running, useRunning } from './use-running.ts';

/**
 * Has the service ask NVIDIA about the key that is stored, which does not come to the browser for it.
 * What NVIDIA says, also a rejection, is written down on the Secrets, so that the next person knows it;
 * where nobody could tell, nothing changes.
 */
export const useVerifyStored = (
  { project, key }: KnownKeyData,
  onOutcome: (notice: Notice | undefined) => void,
): Running => {
  const question = useRef<AbortController>();
  useEffect(() => () => question.current?.abort(), []);
  return useRunning(
    async () => {
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
    },
    (message) => onOutcome(noticeOfUnexpected(message)),
  );
};

/** Undefined when nobody waits for the answer any more. */
const ask = async (
  project: string,
  { source }: StoredProjectKey,
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

const noticeFor = async (
  answer: KeyAnswer,
  project: string,
  key: StoredProjectKey,
): Promise<Notice> => {
  const said = noticeOfAnswer(answer, key);
  const verification = RECORDED[answer.status];
  if (verification === undefined) {
    return said;
  }
  const written = await writeDown(project, key, verification);
  return { ...said, ...written, body: [said.body, written.body].filter(Boolean).join(' ') };
};

const RECORDED: Readonly<Partial<Record<KeyAnswer['status'], KeyRecord['verification']>>> = {
  valid: 'verified',
  rejected: 'rejected',
};

const noticeOfAnswer = (answer: KeyAnswer, { source }: StoredProjectKey): Notice => {
  if (answer.status === 'valid') {
    return { variant: 'success', title: words.known };
  }
  const { severity: variant, ...text } = describeStoredAnswer(answer, source);
  return { variant, ...text };
};

const writeDown = async (
  project: string,
  { source, pair, record }: StoredProjectKey,
  verification: KeyRecord['verification'],
): Promise<Pick<Notice, 'body'> & Partial<Notice>> => {
  if (source === 'older') {
    return { body: words.notOurs };
  }
  // Without one nobody can tell whether both Secrets hold the key that was asked about.
  if (!record) {
    return { body: words.noRecord };
  }
  const { userName: by } = await queryClient.fetchQuery(settingsQuery);
  const after = { ...record, verification, at: new Date().toISOString(), by };
  const outcome = await recordVerification(pair, after, dashboardCluster);
  await lookForKeyAgain(project);
  return outcome.status === 'recorded'
    ? { body: words.recorded }
    : { body: outcome.message, ...(verification === 'verified' ? { variant: 'warning' } : {}) };
};
