import { z } from 'zod';
import type { PullVerdict } from '../apiKey/pull-verdict.ts';
import type { ImageReference } from '../catalog/image-reference.ts';
import { readJson } from './read-json.ts';
import { reasonOf } from './reason-of.ts';
import { mayCarryKeys } from './upstream-address.ts';
import type { NvidiaAnswer, WayToNvidia } from './way-to-nvidia.ts';

export interface PullQuestion {
  /** Read by the grammar of image references, so that its parts are safe in an address. */
  image: ImageReference;
  key: string;
}

export interface RegistryInquiry {
  /** Asks NVIDIA's registry whether a key may pull an image. `signal` ends the waiting. */
  ask: (question: PullQuestion, signal: AbortSignal) => Promise<PullVerdict>;
}

/** The registry's literal user name; the key is the password (NVIDIA's documentation of NGC). */
const REGISTRY_USER = '$oauthtoken';
const MOST_REDIRECTS = 3;

/** Indexes and single manifests: a container runtime takes both, so either says "can be pulled". */
const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const tokenSchema = z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) });

type Asked = { status: 'token'; token: string } | PullVerdict;

const unknown = (reason: Extract<PullVerdict, { status: 'unknown' }>['reason']): PullVerdict => ({
  status: 'unknown',
  reason,
});

/**
 * NVIDIA's registry: its token service, then the image's manifest, of which only the head is asked.
 * A redirect of the manifest is followed to listed hosts only, and without the token.
 */
export const createRegistryInquiry = (registry: {
  url: string;
  redirectHosts: readonly string[];
  way: WayToNvidia;
}): RegistryInquiry => ({
  ask: async (question, signal) => {
    try {
      const asked = await askToken(registry, question, signal);
      return asked.status === 'token'
        ? await askManifest({ ...registry, signal }, question.image, asked.token)
        : asked;
    } catch (error) {
      return unknown(reasonOf(error, signal));
    }
  },
});

const askToken = async (
  { url, way }: { url: string; way: WayToNvidia },
  { image, key }: PullQuestion,
  signal: AbortSignal,
): Promise<Asked> => {
  const address = new URL(`${url}/proxy_auth`);
  address.searchParams.set('account', REGISTRY_USER);
  address.searchParams.set('scope', `repository:${image.namespace}/${image.name}:pull`);
  const { code, text } = await way.ask(address, {
    method: 'GET',
    headers: {
      // A key is visible ASCII (`apiKey/key-shape`).
      authorization: `Basic ${btoa(`${REGISTRY_USER}:${key}`)}`,
      accept: 'application/json',
    },
    signal,
  });
  if (code !== 200) {
    // Whether there is such an image is not the token service's to say.
    return code === 404 ? unknown('unexpected-answer') : refusal(code);
  }
  const given = tokenSchema.safeParse(readJson(text));
  return given.success
    ? { status: 'token', token: given.data.token }
    : unknown('unexpected-answer');
};

const askManifest = async (
  registry: {
    url: string;
    redirectHosts: readonly string[];
    way: WayToNvidia;
    signal: AbortSignal;
  },
  { namespace, name, tag }: ImageReference,
  token: string,
): Promise<PullVerdict> => {
  const { url, redirectHosts, way, signal } = registry;
  const first = new URL(`${url}/v2/${namespace}/${name}/manifests/${tag}`);
  let address = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const isRegistry = address.origin === first.origin;
    const answer = await way.ask(address, {
      method: 'HEAD',
      headers: {
        accept: MANIFEST_TYPES,
        ...(isRegistry ? { authorization: `Bearer ${token}` } : {}),
      },
      signal,
    });
    if (answer.code < 300 || answer.code >= 400) {
      return readManifestHead(answer, isRegistry);
    }
    const next = redirectedTo(answer.location, address);
    if (next === undefined || !(next.origin === first.origin || isListed(next, redirectHosts))) {
      return unknown('unexpected-answer');
    }
    address = next;
  }
  return unknown('unexpected-answer');
};

const redirectedTo = (location: string | undefined, from: URL): URL | undefined =>
  location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;

const isListed = (url: URL, hosts: readonly string[]): boolean =>
  mayCarryKeys(url) && hosts.includes(url.host);

/** Only the registry itself judges: what another host refuses may be about its own addresses. */
const readManifestHead = (
  { code, contentType }: NvidiaAnswer,
  isRegistry: boolean,
): PullVerdict => {
  if (code === 200) {
    return contentType.startsWith('application/')
      ? { status: 'can-pull' }
      : unknown('unexpected-answer');
  }
  return isRegistry ? refusal(code) : unknown('unexpected-answer');
};

/** What is not understood says nothing about a permission. */
const refusal = (code: number): PullVerdict => {
  switch (code) {
    case 401:
    case 402:
    case 403:
      return { status: 'not-entitled' };
    case 404:
      return { status: 'no-such-tag' };
    case 451:
      return { status: 'region-restricted' };
    case 429:
      return unknown('rate-limited');
    default:
      return unknown(code >= 500 ? 'server-error' : 'unexpected-answer');
  }
};
