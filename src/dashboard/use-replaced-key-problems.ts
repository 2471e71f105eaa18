import {
  type EnteredKeyReference,
  keyReferenceSchema,
  replacesProjectKey,
} from '../apiKey/key-reference.ts';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import { keyUsers } from '../bundle/key-users.ts';
import { listNames } from '../bundle/list-names.ts';
import { type Problem, warns } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { useRefusedPulls } from '../wizard/key/use-refused-pulls.ts';
import * as words from '../words/refused-pulls.ts';
import { API_KEY_FIELD } from './field-ids.ts';
import type { WizardState } from './host-contract.ts';

/**
 * Whom the key stops that is to replace the project's: what runs with that now and could not start again.
 * The registry was asked beside the key; what it has not answered yet is asked here.
 */
export const useReplacedKeyProblems = (
  state: WizardState,
  seen: Pick<SeenProject, 'services' | 'runtimes'> = {},
): Problem[] => {
  const { services = [], runtimes = [] } = seen;
  const entered = replacementIn(state);
  const names = keySecretNames('project', '');
  const users = useRefusedPulls(entered, entered ? keyUsers({ names, services, runtimes }) : []);
  return users.length === 0
    ? []
    : [warns('key', words.refusedPulls, words.couldNotStart(listNames(users)))];
};

const replacementIn = (state: WizardState): EnteredKeyReference | undefined => {
  const key = keyReferenceSchema.parse(state[API_KEY_FIELD]);
  return key.kind === 'entered' && replacesProjectKey(key) ? key : undefined;
};
