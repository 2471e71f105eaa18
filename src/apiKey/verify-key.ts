import { askService, type SendRequest, type ServiceRefusal } from './ask-service.ts';
import { type KeyVerdict, keyVerdictSchema } from './key-verdict.ts';

export type { SendRequest } from './ask-service.ts';

/** Where the dashboard passes requests on to the plugin's service. */
export const VERIFY_PATH = '/nim-wizard/api/v1/keys/verify';

/** What asking about a key can come to: NVIDIA's verdict, or a reason why it was not asked. */
export type KeyAnswer = KeyVerdict | ServiceRefusal;

/** Asks the plugin's service about a key, for one project. Never throws, except when aborted. */
export const verifyKey = ({
  project,
  key,
  send,
  signal,
}: {
  project: string;
  key: string;
  send: SendRequest;
  signal: AbortSignal;
}): Promise<KeyAnswer> =>
  askService({
    path: VERIFY_PATH,
    question: { project, key },
    verdict: keyVerdictSchema,
    send,
    signal,
  });
