import type { KeySecretNames } from './key-secrets.ts';

/** What a person may do with the Secrets of a project's key, as the cluster itself says. */
export interface KeyRights {
  /** Make Secrets; the plugin's service asks for the same before it verifies a key that is entered. */
  create: boolean;
  /** Read the key: the service does that with the person's own token, to verify a stored one. */
  get: boolean;
  patch: boolean;
  delete: boolean;
}

/** One question to the cluster: may this person do that, in this namespace? */
export interface AccessQuestion {
  right: keyof KeyRights;
  verb: string;
  resource: 'secrets';
  namespace: string;
  /** A role may allow something for certain Secrets only; nobody can be allowed to create by name. */
  name?: string;
}

/** May a key be added at all? */
export const createQuestion = (namespace: string): AccessQuestion => ({
  right: 'create',
  verb: 'create',
  resource: 'secrets',
  namespace,
});

/** Everything that has to be asked before anything is offered. */
export const rightQuestions = (namespace: string, names: KeySecretNames): AccessQuestion[] => [
  createQuestion(namespace),
  ...(['get', 'patch', 'delete'] as const).flatMap((verb) =>
    namesFor(verb, names).map((name): AccessQuestion => ({
      right: verb,
      verb,
      resource: 'secrets',
      namespace,
      name,
    })),
  ),
];

/** The service reads the Secret of the container only; whatever is written is written to both. */
const namesFor = (verb: 'get' | 'patch' | 'delete', names: KeySecretNames): string[] =>
  verb === 'get' ? [names.apiKey] : [names.apiKey, names.imagePull];

/** A right is there when all questions about it were answered with yes. */
export const rightsFrom = (
  answers: readonly { right: keyof KeyRights; isAllowed: boolean }[],
): KeyRights => {
  const has = (right: keyof KeyRights): boolean => {
    const about = answers.filter((answer) => answer.right === right);
    return about.length > 0 && about.every(({ isAllowed }) => isAllowed);
  };
  return { create: has('create'), get: has('get'), patch: has('patch'), delete: has('delete') };
};
