import { z } from 'zod';
import { keySecretNames, NGC_API_KEY } from '../apiKey/key-secrets.ts';
import { readKey } from '../apiKey/key-shape.ts';
import type { StoredKeyUse } from '../apiKey/key-verdict.ts';
import type { AccessReviewer } from './access-review.ts';
import type { Kubernetes, KubernetesAnswer } from './kubernetes.ts';
import { readJson } from './read-json.ts';

/** The Secrets that are read, and no other: a request says which of the two, never a name. */
const storedKeySecrets: Readonly<Record<StoredKeyUse, string>> = {
  project: keySecretNames('project', '').apiKey,
  older: 'nvidia-nim-secrets',
};

/** A key of a project, for asking NVIDIA with it and for nothing else. */
export type StoredKey =
  | { status: 'found'; key: string }
  /** No Secret, or none with a personal key in it. */
  | { status: 'absent' }
  | { status: 'denied' }
  | { status: 'not-signed-in' }
  | { status: 'unavailable'; cause: string };

export interface StoredKeyQuestion {
  token: string;
  project: string;
  use: StoredKeyUse;
  signal: AbortSignal;
}

const secretSchema = z.object({
  data: z.object({ [NGC_API_KEY]: z.string().optional(), api_key: z.string().optional() }),
});

/**
 * Reads a project's key as the user, once Kubernetes has said that this user may read that Secret:
 * what a user may not read, nobody reads.
 */
export const readStoredKey = async (
  { kubernetes, reviewer }: { kubernetes: Kubernetes; reviewer: AccessReviewer },
  { use, ...asked }: StoredKeyQuestion,
): Promise<StoredKey> => {
  const name = storedKeySecrets[use];
  const review = await reviewer.mayReadSecret({ ...asked, name });
  if (review.status !== 'allowed') {
    return review;
  }
  const { token, project, signal } = asked;
  const path = `/api/v1/namespaces/${project}/secrets/${name}`;
  return keyIn(await kubernetes.ask({ token, method: 'GET', path, signal }));
};

const keyIn = (answer: KubernetesAnswer): StoredKey => {
  if (answer.status === 'unavailable') {
    return answer;
  }
  switch (answer.code) {
    case 200:
      return keyInSecret(answer.text);
    case 401:
      return { status: 'not-signed-in' };
    case 403:
      return { status: 'denied' };
    case 404:
      return { status: 'absent' };
    default:
      return { status: 'unavailable', cause: `HTTP ${answer.code}` };
  }
};

const keyInSecret = (text: string): StoredKey => {
  const secret = secretSchema.safeParse(readJson(text));
  const encoded = secret.success
    ? (secret.data.data[NGC_API_KEY] ?? secret.data.data.api_key)
    : undefined;
  const reading = readKey(decoded(encoded ?? ''));
  return reading.status === 'ok' ? { status: 'found', key: reading.key } : { status: 'absent' };
};

/** A Secret's data is base64 of bytes; what is not, holds no key. */
const decoded = (base64: string): string => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
};
