import type { Wait } from './describe-wait.ts';
import type { PullAnswer } from './check-pull.ts';

/** What to tell a person about a key and an image: what it means, and what to do. */
export interface PullText {
  severity: 'success' | 'info' | 'warning';
  title: string;
  /** Empty where the title says it all. */
  body: string;
  /** Said after that, and counted down. */
  wait?: Wait;
}

/** An answer in plain words. None of them keeps a person from deploying. */
export const describePull = (answer: PullAnswer): PullText => {
  switch (answer.status) {
    case 'can-pull':
      return { severity: 'success', title: 'This key can pull this image', body: '' };
    case 'not-entitled':
      return {
        severity: 'warning',
        title: 'This key is not allowed to pull this image',
        body: `NVIDIA's registry refuses this key for this image, so the deployment would not start. ${WHAT_TO_DO}`,
      };
    case 'no-such-tag':
      return {
        severity: 'warning',
        title: 'The registry does not have this version',
        body: "NVIDIA's registry shows no such image and version to this key. Choose another version, or ask an administrator to renew the model catalog.",
      };
    case 'region-restricted':
      return {
        severity: 'warning',
        title: 'This model is not available in this region',
        body: 'For legal reasons NVIDIA does not offer it where this cluster connects from. Choose another model.',
      };
    case 'cannot-be-checked':
      return {
        severity: 'info',
        title: 'You cannot check whether the key can pull this image',
        body: "You may not read the project's key, so NVIDIA was not asked. You can deploy; an administrator of the project can check it.",
      };
    default:
      return {
        severity: 'warning',
        title: 'Could not tell whether the key can pull this image',
        ...why(answer),
      };
  }
};

/** The three reasons for a refusal that a person can do something about. */
const WHAT_TO_DO =
  'Open the model\'s page in the NGC catalog and accept its terms; ask your NVIDIA organization for the product that the model belongs to; and make sure that the key has the service "NGC Catalog" in its scope and has not expired.';

type Undecided = Extract<
  PullAnswer,
  { status: 'unknown' | 'too-many' | 'forbidden' | 'signed-out' | 'not-asked' }
>;

/** Whether asking again can bring another answer, also after something was done about it at NVIDIA. */
export const canChange = ({ status }: PullAnswer): boolean =>
  status !== 'can-pull' && status !== 'cannot-be-checked' && status !== 'signed-out';

const why = (answer: Undecided): Pick<PullText, 'body' | 'wait'> => {
  switch (answer.status) {
    case 'unknown':
      return { body: UNKNOWN_REASONS[answer.reason] };
    case 'too-many':
      return {
        body: 'There were too many attempts.',
        wait: { until: answer.until, action: 'check again' },
      };
    case 'forbidden':
      return { body: 'You need permission to create Secrets in this project for this check.' };
    case 'signed-out':
      return { body: 'Your session has ended. Sign in to the dashboard again.' };
    case 'not-asked':
      return { body: `${answer.message} You can deploy without this check.` };
  }
};

const NOT_JUDGED = 'This says nothing about your key; you can check again, or deploy.';

const UNKNOWN_REASONS: Readonly<
  Record<Extract<PullAnswer, { status: 'unknown' }>['reason'], string>
> = {
  unreachable: `There was no connection to NVIDIA's registry. ${NOT_JUDGED}`,
  timeout: `NVIDIA's registry did not answer in time. ${NOT_JUDGED}`,
  'rate-limited': `NVIDIA's registry has too many requests at the moment. ${NOT_JUDGED}`,
  'server-error': `NVIDIA's registry answered with an error of its own. ${NOT_JUDGED}`,
  'unexpected-answer': `The answer of NVIDIA's registry could not be understood. ${NOT_JUDGED}`,
  'no-stored-key':
    "The project has no key that can be used. Enter one on the project's settings, or at the key of a new deployment.",
};
