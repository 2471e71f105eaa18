import { z } from 'zod';
import { keySecretNames, NGC_API_KEY } from '../apiKey/key-secrets.ts';
import { readKey } from '../apiKey/key-shape.ts';
import type { Kubernetes } from './kubernetes.ts';
import { readJson } from './read-json.ts';

/** The Secret that holds a project's key. */
export const STORED_KEY_SECRET = keySecretNames('project', '').apiKey;

/** A project's key, for asking NVIDIA with it and for nothing else. */
export type StoredKey =
  | { status: 'found'; key: string }
  /** No Secret, or none with a personal key in it. */
  | { status: 'absent' }
  | { status: 'denied' }
  | { status: 'not-signed-in' }
  | { status: 'unavailable'; cause: string };

const secretSchema = z.object({
  data: z.object({ [NGC_API_KEY]: z.string().optional(), api_key: z.string().optional() }),
});

/** Reads a project's key with the user's own token; what that user may not read, nobody reads. */
export const readStoredKey = async (
  kubernetes: Kubernetes,
  { token, project, signal }: { token: string; project: string; signal: AbortSignal },
): Promise<StoredKey> => {
  const answer = await kubernetes.ask({
    token,
    method: 'GET',
    path: `/api/v1/namespaces/${project}/secrets/${STORED_KEY_SECRET}`,
    signal,
  });
  if (answer.status === 'unavailable') {
    return answer;
  }
  switch (answer.code) {
    case 200:
      return keyIn(answer.text);
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

const keyIn = (text: string): StoredKey => {
  const secret = secretSchema.safeParse(readJson(text));
  const encoded = secret.success
    ? (secret.data.data[NGC_API_KEY] ?? secret.data.data.api_key)
    : undefined;
  const reading = readKey(Buffer.from(encoded ?? '', 'base64').toString());
  return reading.status === 'ok' ? { status: 'found', key: reading.key } : { status: 'absent' };
};
