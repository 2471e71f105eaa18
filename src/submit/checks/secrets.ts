import type { KeySecretNames } from '../../apiKey/key-secrets.ts';
import type { ObjectMeta, Secret } from '../../cluster/kubernetes.ts';
import { isProjectKey } from '../describe/describe-outcome.ts';
import type { SubmitPlan } from '../plan/submit-plan.ts';
import { type Problem, stops } from './problem.ts';

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
