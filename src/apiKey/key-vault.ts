import { hexOf, madeUpId } from './made-up-id.ts';
import type { KeyVerdict } from './key-verdict.ts';

/** A verdict that asking again would not change for the better. */
export type FinalVerdict = Extract<KeyVerdict, { status: 'valid' | 'rejected' }>;

/** What is known of a key that was entered, also when it is kept no more. */
export interface KnownKey {
  /** Made up for the key, to speak of it outside; the same as long as the vault is not emptied. */
  id: string;
  verdict?: FinalVerdict;
}

interface Vault {
  project: string;
  /** The key that the wizard will use. */
  kept?: string;
  /** By a fingerprint of the key, so that none but the kept one is in memory. */
  known: Map<string, KnownKey>;
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

/** Keeps the key for one project; a key kept before is let go. */
export const keepKey = (project: string, key: string): void => {
  vaultOf(project).kept = key;
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

/** What is known of a key for this very project. What is written into it is known from then on. */
export const knownKey = async (project: string, key: string): Promise<KnownKey> => {
  const { known } = vaultOf(project);
  const fingerprint = await fingerprintOf(key);
  const entry = known.get(fingerprint) ?? { id: madeUpId() };
  known.set(fingerprint, entry);
  return entry;
};

/** Empties a project's vault; one that was opened for another project since stays. */
export const emptyVault = (project: string | undefined): void => {
  if (vault?.project === project) {
    vault = undefined;
  }
};

const salt = madeUpId();

/** Nobody can tell a key from it. Outside of a secure context no two are the same: nothing is known then. */
const fingerprintOf = async (key: string): Promise<string> => {
  if (!isSecureContext) {
    return madeUpId();
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(salt + key));
  return hexOf(new Uint8Array(digest));
};
