import { isProjectKey } from '../../apiKey/is-project-key.ts';
import type { KeySecretNames } from '../../apiKey/key-secrets.ts';
import type { ObjectMeta, Secret } from '../../cluster/kubernetes.ts';
import type { SubmitPlan } from '../plan/submit-plan.ts';
import { type Problem, stops, warns } from './problem.ts';

/** Whether the Secrets that a deployment needs are there, and those that it makes are not. */
export const checkSecrets = (
  { steps }: SubmitPlan,
  { used, secrets }: { used: KeySecretNames | undefined; secrets: readonly ObjectMeta[] },
): Problem[] => {
  const there = new Set(secrets.map(({ name }) => name));
  const written = steps.filter(({ object }) => object.kind === 'Secret');
  const names = new Set(written.map(({ object }) => object.metadata.name));
  const missing = Object.values(used ?? {}).filter((name) => !names.has(name) && !there.has(name));
  return [
    ...(missing.length === 0 ? [] : [gone(missing)]),
    ...written
      // Of a project's key there is more to say, and the dry run says it.
      .filter(({ object, replacement }) => !replacement && !isProjectKey(object))
      .filter(({ object }) => there.has(object.metadata.name))
      .map(({ object }) => taken(object as Secret)),
  ];
};

/**
 * Whether images can be pulled with the Secret that is used for that. Of the wrong type it was made by hand,
 * and it cannot be mended: a Secret's type never changes. What a Secret holds nobody here has read.
 */
export const checkPullType = (
  { steps }: SubmitPlan,
  { used, notForPulling }: { used: KeySecretNames | undefined; notForPulling: readonly string[] },
): Problem[] => {
  const isMade = steps.some(
    ({ object, replacement }) =>
      object.kind === 'Secret' && object.metadata.name === used?.imagePull && !replacement,
  );
  return used && !isMade && notForPulling.includes(used.imagePull)
    ? [
        warns(
          'key',
          `The secret "${used.imagePull}" is of a type with which no image is pulled`,
          'Kubernetes looks for a login in secrets of the type "kubernetes.io/dockerconfigjson" only, so the image of the model may not be pulled. The type of a secret never changes: remove the secret, and then enter the key again on "Model details".',
        ),
      ]
    : [];
};

const gone = (missing: readonly string[]): Problem =>
  stops(
    'key',
    "The project's key is not there any more",
    `Removed meanwhile: ${missing.map((name) => `the secret "${name}"`).join(', ')}. Go back to "Model details" and enter a key.`,
  );

const taken = ({ type, metadata }: Secret): Problem =>
  type === 'kubernetes.io/service-account-token'
    ? stops(
        'tokens',
        `The secret "${metadata.name}" exists already`,
        'Choose another name for the token.',
      )
    : stops(
        'key',
        `The secret "${metadata.name}" exists already`,
        'It may be left of a deployment of this name. Choose another name for the deployment, or remove the secret.',
      );
