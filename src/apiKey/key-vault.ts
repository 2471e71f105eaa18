/**
 * Where a key is while the wizard is open: in this module's memory, and nowhere else. The wizard's
 * state, which the host hands to telemetry and to the router's history, holds a reference only.
 */
let held: { project: string; key: string } | undefined;

/** Keeps the key for one project; a key kept before is forgotten. */
export const keepKey = (project: string, key: string): void => {
  held = { project, key };
};

/** The key kept for this very project, if any. */
export const keptKey = (project: string): string | undefined =>
  held?.project === project ? held.key : undefined;

/** Forgets the key kept for a project; a key that another project's wizard keeps since stays. */
export const forgetKey = (project: string | undefined): void => {
  if (held?.project === project) {
    held = undefined;
  }
};
