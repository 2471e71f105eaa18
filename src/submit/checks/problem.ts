/** Which choice a problem is about. */
export type ProblemField =
  | 'key'
  | 'model'
  | 'storage'
  | 'name'
  | 'hardware'
  | 'replicas'
  | 'tokens'
  | 'arguments'
  | 'environment'
  | 'permissions';

/**
 * Something that is known to be wrong before anything is created. What `stops` could not work, what
 * `warns` may. The title is a sentence without its period, the body whole sentences: why, and what to do.
 */
export interface Problem {
  field: ProblemField;
  severity: 'stops' | 'warns';
  title: string;
  body: string;
}

export const stops = (field: ProblemField, title: string, body: string): Problem => ({
  field,
  severity: 'stops',
  title,
  body,
});

export const warns = (field: ProblemField, title: string, body: string): Problem => ({
  field,
  severity: 'warns',
  title,
  body,
});

/** What stops a deployment before what warns of it. */
export const stopsFirst = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (one, other) => Number(other.severity === 'stops') - Number(one.severity === 'stops'),
  );

/** Why nothing is asked of the cluster, in one message. */
export const describeStops = (problems: readonly Problem[]): string =>
  ['Nothing was changed.', ...problems.map(({ title, body }) => `${title}. ${body}`)].join(' ');
