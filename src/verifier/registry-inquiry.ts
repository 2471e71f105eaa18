import { request, type Dispatcher } from 'undici';
import { z } from 'zod';
import type { PullVerdict } from '../apiKey/pull-verdict.ts';
import type { ImageReference } from '../catalog/image-reference.ts';
import { readJson } from './read-json.ts';
import { mayCarryKeys } from './upstream-address.ts';
import { createWayToNvidia, reasonOf, type NvidiaProxy } from './way-to-nvidia.ts';

export interface PullQuestion {
  /** Read by the grammar of image references, so that its parts are safe in an address. */
  image: ImageReference;
  key: string;
}

export interface RegistryInquiry {
  /** Asks NVIDIA's registry whether a key may pull an image. `signal` ends the waiting. */
  ask: (question: PullQuestion, signal: AbortSignal) => Promise<PullVerdict>;
  close: () => Promise<void>;
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
  proxy: NvidiaProxy;
}): RegistryInquiry => {
  const dispatcher = createWayToNvidia(registry.proxy);
  return {
    ask: async (question, signal) => {
      try {
        const asked = await askToken(registry.url, question, { dispatcher, signal });
        return asked.status === 'token'
          ? await askManifest(registry, question.image, asked.token, { dispatcher, signal })
          : asked;
      } catch (error) {
        return unknown(reasonOf(error, signal));
      }
    },
    close: () => dispatcher.destroy(),
  };
};

interface Way {
  dispatcher: Dispatcher;
  signal: AbortSignal;
}

const askToken = async (url: string, { image, key }: PullQuestion, way: Way): Promise<Asked> => {
  const address = new URL(`${url}/proxy_auth`);
  address.searchParams.set('account', REGISTRY_USER);
  address.searchParams.set('scope', `repository:${image.namespace}/${image.name}:pull`);
  const answer = await request(address, {
    headers: {
      authorization: `Basic ${Buffer.from(`${REGISTRY_USER}:${key}`).toString('base64')}`,
      accept: 'application/json',
    },
    ...way,
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) {
    // Whether there is such an image is not the token service's to say.
    return answer.statusCode === 404 ? unknown('unexpected-answer') : refusal(answer.statusCode);
  }
  const given = tokenSchema.safeParse(readJson(text));
  return given.success
    ? { status: 'token', token: given.data.token }
    : unknown('unexpected-answer');
};

const askManifest = async (
  { url, redirectHosts }: { url: string; redirectHosts: readonly string[] },
  { namespace, name, tag }: ImageReference,
  token: string,
  way: Way,
): Promise<PullVerdict> => {
  const first = new URL(`${url}/v2/${namespace}/${name}/manifests/${tag}`);
  let address = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const isRegistry = address.origin === first.origin;
    const answer = await request(address, {
      method: 'HEAD',
      headers: {
        accept: MANIFEST_TYPES,
        ...(isRegistry ? { authorization: `Bearer ${token}` } : {}),
      },
      ...way,
    });
    await answer.body.dump();
    if (answer.statusCode < 300 || answer.statusCode >= 400) {
      return readManifestHead(answer, isRegistry);
    }
    const next = redirectedTo(answer.headers.location, address);
    if (next === undefined || !(next.origin === first.origin || isListed(next, redirectHosts))) {
      return unknown('unexpected-answer');
    }
    address = next;
  }
  return unknown('unexpected-answer');
};

const redirectedTo = (location: unknown, from: URL): URL | undefined =>
  typeof location === 'string' && URL.canParse(location, from.href)
    ? new URL(location, from)
    : undefined;

const isListed = (url: URL, hosts: readonly string[]): boolean =>
  mayCarryKeys(url) && hosts.includes(url.host);

/** Only the registry itself judges: what another host refuses may be about its own addresses. */
const readManifestHead = (
  answer: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>,
  isRegistry: boolean,
): PullVerdict => {
  if (answer.statusCode === 200) {
    const type = answer.headers['content-type'];
    const isPage = typeof type !== 'string' || !type.startsWith('application/');
    return isPage ? unknown('unexpected-answer') : { status: 'can-pull' };
  }
  return isRegistry ? refusal(answer.statusCode) : unknown('unexpected-answer');
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
