import { queryOptions } from '@tanstack/react-query';
import { checkPull, type PullAnswer } from '../apiKey/check-pull.ts';
import type { KeyReference } from '../apiKey/key-reference.ts';
import { keptKey } from '../apiKey/key-vault.ts';
import type { PullRequest } from '../apiKey/pull-verdict.ts';
import { queryClient } from './query-client.ts';
import { sendByBrowser } from './send-by-browser.ts';

/** A key and an image, as far as they are spoken of outside the vault. */
export interface PullSubject {
  project: string;
  image: string;
  key: Extract<KeyReference, { kind: 'entered' | 'stored' }>;
}

const PULLS = ['nimWizard', 'pull'];

/**
 * Whether a key may pull an image: asked once for each of both, and remembered until the wizard is
 * left. The key is known here by its id alone; itself it is taken from the vault for the request.
 */
export const pullQuery = ({ project, image, key }: PullSubject) =>
  queryOptions({
    queryKey: [...PULLS, project, key.kind === 'entered' ? key.id : key.source, image],
    queryFn: ({ signal }): Promise<PullAnswer> =>
      checkPull({ question: questionOf({ project, image, key }), send: sendByBrowser, signal }),
    // A key that is not in the vault any more is asked for by the wizard, and until then not asked about.
    enabled: key.kind === 'stored' || keptKey(project) !== undefined,
    // Nobody was asked then: the next look asks.
    staleTime: ({ state }) => (state.data?.status === 'too-many' ? 0 : Infinity),
    gcTime: Infinity,
  });

/** Of nothing: while there is no key, or no image, or nothing to be asked about them. */
export const noPullQuery = queryOptions({
  queryKey: ['nimWizard', 'noPull'],
  queryFn: (): PullAnswer => {
    throw new Error('There is nothing to ask about.');
  },
  enabled: false,
});

const questionOf = ({ project, image, key }: PullSubject): PullRequest =>
  key.kind === 'entered'
    ? { project, image, key: keptKey(project) ?? '' }
    : { project, image, use: key.source };

/** Forgets what was said about the key that a project has: it may be another one now. */
export const forgetStoredPulls = (project: string): void =>
  queryClient.removeQueries({
    predicate: ({ queryKey: [plugin, what, of, key] }) =>
      [plugin, what].join() === PULLS.join() &&
      of === project &&
      (key === 'project' || key === 'older'),
  });

/** Forgets what was said about a project's keys. */
export const forgetPulls = (project: string): void =>
  queryClient.removeQueries({ queryKey: [...PULLS, project] });
