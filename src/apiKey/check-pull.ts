import { askService, type SendRequest, type ServiceRefusal } from './ask-service.ts';
import { type PullRequest, type PullVerdict, pullVerdictSchema } from './pull-verdict.ts';

/** Where the dashboard passes requests on to the plugin's service. */
export const CHECK_PULL_PATH = '/nim-wizard/api/v1/keys/check-pull';

/** What asking about a pull can come to: the registry's verdict, or why it was not asked. */
export type PullAnswer = PullVerdict | ServiceRefusal;

/**
 * Asks the plugin's service whether a key may pull an image: a key that was entered, or one that is
 * stored in the project (`use`), which then never comes to the browser. Never throws, except when
 * aborted.
 */
export const checkPull = ({
  question,
  send,
  signal,
}: {
  question: PullRequest;
  send: SendRequest;
  signal: AbortSignal;
}): Promise<PullAnswer> =>
  askService({ path: CHECK_PULL_PATH, question, verdict: pullVerdictSchema, send, signal });
