/** Which choice a problem is about. */
export type ProblemField =
  | 'key'
  | 'model'
  | 'storage'
  | 'name'
  | 'hardware'
  | 'replicas'
  | 'strategy'
  | 'tokens'
  | 'arguments'
  | 'environment'
  | 'permissions';

/** The worst first. */
export const SEVERITIES = ['stops', 'warns', 'advises'] as const;

/**
 * Something that is known before anything is created. What `stops` could not work, what `warns` may fail,
 * and what `advises` is good to know and wrong in nothing. The title is a sentence without its period, the body whole sentences: why, and what to do.
 */
export interface Problem {
  field: ProblemField;
  severity: (typeof SEVERITIES)[number];
  title: string;
  body: string;
}

/** A problem with which it could not work. */
export const stops = (field: ProblemField, title: string, body: string): Problem => ({
  field,
  severity: 'stops',
  title,
  body,
});

/** A problem with which it may fail. */
export const warns = (field: ProblemField, title: string, body: string): Problem => ({
  field,
  severity: 'warns',
  title,
  body,
});

/** What is good to know, and wrong in nothing. */
export const advises = (field: ProblemField, title: string, body: string): Problem => ({
  field,
  severity: 'advises',
  title,
  body,
});

/** By severity; problems of the same stay in their order. */
export const worstFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );

/** Why nothing is asked of the cluster, in one message. */
export const describeStops = (problems: readonly Problem[]): string =>
  ['Nothing was changed.', ...problems.map(({ title, body }) => `${title}. ${body}`)].join(' ');
