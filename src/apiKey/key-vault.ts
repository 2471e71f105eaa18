import type { KeyVerdict } from './key-verdict.ts';

/** A verdict that asking again would not change for the better. */
export type FinalVerdict = Extract<KeyVerdict, { status: 'valid' | 'rejected' }>;

interface Vault {
  project: string;
  /** The key that the wizard will use. */
  kept?: string;
  /** What is known of the keys that were entered, by the key. */
  known: Map<string, { id: string; verdict?: FinalVerdict }>;
}

/**
 * Where a key is while the wizard is open: in this module's memory, and nowhere else. The wizard's
 * state, which the host hands to telemetry and to the router's history, holds a reference only.
 */
let vault: Vault | undefined;

/** The project's vault; one that was opened for another project is emptied. */
const vaultOf = (project: string): Vault => {
  if (vault?.project !== project) {
    vault = { project, known: new Map() };
  }
  return vault;
};

/**
 * Keeps the key for one project; a key kept before is let go.
 *
 * @returns an id made up for the key, by which it can be spoken of outside; the same as long as the
 *   vault is not emptied
 */
export const keepKey = (project: string, key: string): string => {
  const open = vaultOf(project);
  open.kept = key;
  return entryOf(open, key).id;
};

/** The key kept for this very project, if any. */
export const keptKey = (project: string): string | undefined =>
  vault?.project === project ? vault.kept : undefined;

/** Lets the kept key go, since another is to be entered; what is known of keys stays. */
export const letKeyGo = (project: string): void => {
  if (vault?.project === project) {
    delete vault.kept;
  }
};

/** Remembers what NVIDIA said about a key, so that nobody asks about it twice. */
export const rememberVerdict = (project: string, key: string, verdict: FinalVerdict): void => {
  entryOf(vaultOf(project), key).verdict = verdict;
};

/** What NVIDIA said about this key, for this very project. */
export const rememberedVerdict = (project: string, key: string): FinalVerdict | undefined =>
  vault?.project === project ? vault.known.get(key)?.verdict : undefined;

/** Empties a project's vault; one that was opened for another project since stays. */
export const emptyVault = (project: string | undefined): void => {
  if (vault?.project === project) {
    vault = undefined;
  }
};

const entryOf = ({ known }: Vault, key: string): { id: string; verdict?: FinalVerdict } => {
  const entry = known.get(key) ?? { id: madeUpId() };
  known.set(key, entry);
  return entry;
};

/** Not `randomUUID`, which browsers have in secure contexts only. */
const madeUpId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
