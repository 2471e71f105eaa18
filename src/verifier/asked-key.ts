import { readKey } from '../apiKey/key-shape.ts';
import type { StoredKeyUse } from '../apiKey/key-verdict.ts';
import type { AccessReview, AccessReviewer } from './access-review.ts';
import type { Admission } from './attempt-route.ts';
import type { Kubernetes } from './kubernetes.ts';
import { mayNotCreateSecrets } from './refusals.ts';
import { readStoredKey } from './stored-key.ts';

/** The key that a question is about: it came with the request, or the project has it. */
export type AskedKey = { from: 'request'; key: string } | { from: 'project'; use: StoredKeyUse };

export type AskedKeyReading =
  { status: 'ok'; key: AskedKey } | { status: 'refused'; message: string };

/** Reads which key a question is about. What it says about a bad one repeats nothing of it. */
export const readAskedKey = (asked: { key: string } | { use: StoredKeyUse }): AskedKeyReading => {
  if ('use' in asked) {
    return { status: 'ok', key: { from: 'project', use: asked.use } };
  }
  const reading = readKey(asked.key);
  return reading.status === 'ok'
    ? { status: 'ok', key: { from: 'request', key: reading.key } }
    : { status: 'refused', message: reading.message };
};

/** What every question about a key can be answered when there is no key to ask NVIDIA with. */
export type WithoutKey =
  { status: 'cannot-be-checked' } | { status: 'unknown'; reason: 'no-stored-key' };

export interface KeyAdmission {
  kubernetes: Kubernetes;
  reviewer: AccessReviewer;
}

interface Asked<Verdict> {
  project: string;
  key: AskedKey;
  token: string;
  signal: AbortSignal;
  /** Asks NVIDIA with the key. */
  ask: (key: string, signal: AbortSignal) => Promise<Verdict>;
}

/**
 * Whether NVIDIA may be asked with a key: one that came with the request for those who may create
 * Secrets in the project, one that is stored for those who may read it.
 */
export const admitKey = async <Verdict>(
  { key, ask, ...asked }: Asked<Verdict>,
  options: KeyAdmission,
): Promise<Admission<Verdict | WithoutKey>> => {
  if (key.from === 'request') {
    const review = await options.reviewer.mayCreateSecrets(asked);
    return admissionBy(review, asked.project, (signal) => ask(key.key, signal));
  }
  const stored = await readStoredKey(options, { ...asked, use: key.use });
  switch (stored.status) {
    case 'found':
      return { status: 'admitted', ask: (signal) => ask(stored.key, signal) };
    case 'absent':
      return { status: 'judged', verdict: { status: 'unknown', reason: 'no-stored-key' } };
    case 'denied':
      return { status: 'judged', verdict: { status: 'cannot-be-checked' } };
    default:
      return stored;
  }
};

const admissionBy = <Verdict>(
  review: AccessReview,
  project: string,
  ask: (signal: AbortSignal) => Promise<Verdict>,
): Admission<Verdict> => {
  switch (review.status) {
    case 'allowed':
      return { status: 'admitted', ask };
    case 'denied':
      return { status: 'denied', refusal: mayNotCreateSecrets(project) };
    default:
      return review;
  }
};
