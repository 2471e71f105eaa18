import { askService, type SendRequest, type ServiceRefusal } from './ask-service.ts';
import { type KeyVerdict, keyVerdictSchema, type VerifyRequest } from './key-verdict.ts';

export type { SendRequest } from './ask-service.ts';

/** Where the dashboard passes requests on to the plugin's service. */
export const VERIFY_PATH = '/nim-wizard/api/v1/keys/verify';

/** What asking about a key can come to: NVIDIA's verdict, or a reason why it was not asked. */
export type KeyAnswer = KeyVerdict | ServiceRefusal;

/**
 * Asks the plugin's service about a key, for one project: a key that was entered, or one that is
 * stored there (`use`), which then never comes to the browser. Never throws, except when aborted.
 */
export const verifyKey = ({
  question,
  send,
  signal,
}: {
  question: VerifyRequest;
  send: SendRequest;
  signal: AbortSignal;
}): Promise<KeyAnswer> =>
  askService({ path: VERIFY_PATH, question, verdict: keyVerdictSchema, send, signal });
