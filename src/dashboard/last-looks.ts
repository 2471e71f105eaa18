/**
 * A look at something that a new deployment uses as it is: nothing of it is written, and so neither dry
 * run nor conflict says that it is gone.
 */
export interface LastLook {
  /** What is looked at, to be told from others. */
  at: string;
  /** @throws SubmissionError when the deployment could not use it */
  look: () => Promise<void>;
}

/** What the dry run of the press that is under way has found as it has to be. */
const seen = new Set<string>();

/**
 * For the dry run: looks at all of it, at once with what the cluster is asked besides. The looks' own
 * words come first.
 */
export const lookBesides = async (
  looks: readonly LastLook[],
  besides: () => Promise<void>,
): Promise<void> => {
  seen.clear();
  const outcomes = await Promise.allSettled([...looks.map(({ look }) => look()), besides()]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    throw failed.reason;
  }
  looks.forEach(({ at }) => seen.add(at));
};

/**
 * For the real run: looks at what the dry run of the same press has not seen. That was a moment ago; what
 * is removed since might as well be removed a moment later.
 */
export const lookAtUnseen = async (looks: readonly LastLook[]): Promise<void> => {
  const unseen = looks.filter(({ at }) => !seen.has(at));
  seen.clear();
  await Promise.all(unseen.map(({ look }) => look()));
};
