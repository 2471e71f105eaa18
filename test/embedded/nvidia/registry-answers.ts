import { testImages, type RegistryAnswer, type TestImage } from './test-images.ts';
import type { TestKey } from './test-keys.ts';

/** Where NVIDIA's registry gives tokens for pulling. */
export const TOKEN_PATH = '/proxy_auth';

/** The registry's literal user name; the key is the password. */
const REGISTRY_USER = '$oauthtoken';
const SCOPE = /^repository:([a-z0-9._/-]+):pull$/;
const MANIFEST = /^\/v2\/([a-z0-9._/-]+)\/manifests\/([\w.-]+)$/;
const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json';

export interface RegistryOptions {
  keys: readonly TestKey[];
  /** How long a slow answer takes, in milliseconds. */
  slowMs: number;
  /** Where the image "redirect to an allowed host" points to: `host:port` of a second stand-in. */
  redirectHost: string;
}

export interface RegistryAnswered {
  keyName: string | undefined;
  answer: Response | 'dropped' | { late: Response; ms: number };
}

/**
 * NVIDIA's registry as its documentation and recorded answers describe it: a token for a key and a
 * repository, and a manifest for a token. Undefined for paths that are none of the registry's.
 */
export const answerFromRegistry = (
  request: Request,
  options: RegistryOptions,
): RegistryAnswered | undefined => {
  const url = new URL(request.url);
  if (url.pathname === TOKEN_PATH) {
    return answerToken(request, url, options);
  }
  const [, repository, tag] = MANIFEST.exec(url.pathname) ?? [];
  if (repository !== undefined && tag !== undefined) {
    return answerManifest(request, { repository, tag }, options);
  }
  const moved = /^\/moved\/([\w.-]+)$/.exec(url.pathname);
  return moved ? { keyName: undefined, answer: answerMoved(request) } : undefined;
};

const answerToken = (
  request: Request,
  url: URL,
  { keys, slowMs }: RegistryOptions,
): RegistryAnswered => {
  const repository = SCOPE.exec(url.searchParams.get('scope') ?? '')?.[1];
  if (request.method !== 'GET' || repository === undefined) {
    return { keyName: undefined, answer: registryError(400, 'UNSUPPORTED') };
  }
  const key = keyFromBasic(request.headers.get('authorization'), keys);
  if (key === undefined || url.searchParams.get('account') !== REGISTRY_USER) {
    return { keyName: 'unknown', answer: registryError(401, 'UNAUTHORIZED') };
  }
  const image = imageOf(repository);
  if (key.answer.kind === 'known' && image.at === 'token') {
    return { keyName: key.name, answer: answerFor(image.answer, slowMs) };
  }
  return { keyName: key.name, answer: tokenFor(key, repository, slowMs) };
};

/** Keys that NVIDIA's key service answers strangely about get the same from the registry. */
const tokenFor = (key: TestKey, repository: string, slowMs: number): RegistryAnswered['answer'] => {
  const token = btoa(JSON.stringify({ name: key.name, repository }));
  const given = Response.json({ token, expires_in: 300 });
  switch (key.answer.kind) {
    case 'known':
      return given;
    case 'error':
      return answerFor({ kind: 'error', status: key.answer.status }, slowMs);
    case 'slow':
      return { late: given, ms: slowMs };
    case 'truncated':
      return new Response('{"token":"', { headers: { 'content-type': 'application/json' } });
    case 'redirect':
      return redirectTo(`https://moved.example${TOKEN_PATH}`);
    case 'html':
    case 'dropped':
      return answerFor({ kind: key.answer.kind }, slowMs);
  }
};

const answerManifest = (
  request: Request,
  { repository, tag }: { repository: string; tag: string },
  { keys, slowMs, redirectHost }: RegistryOptions,
): RegistryAnswered => {
  const token = tokenFrom(request.headers.get('authorization'));
  const key = keys.find(({ name }) => name === token?.name);
  if (key === undefined || token?.repository !== repository) {
    return { keyName: undefined, answer: registryError(401, 'UNAUTHORIZED') };
  }
  const accepted = request.headers.get('accept')?.includes(INDEX_TYPE) ?? false;
  if (!accepted || (request.method !== 'HEAD' && request.method !== 'GET')) {
    return { keyName: key.name, answer: registryError(400, 'UNSUPPORTED') };
  }
  if (key.pulls === false) {
    return { keyName: key.name, answer: registryError(403, 'DENIED') };
  }
  const image = imageOf(repository);
  if (image.at === 'manifest') {
    const to = redirectHost === '' ? new URL(request.url).host : redirectHost;
    return {
      keyName: key.name,
      answer: answerFor(image.answer, slowMs, `http://${to}/moved/${tag}`),
    };
  }
  return { keyName: key.name, answer: manifest() };
};

/** Where a redirect leads: it wants no credentials, as a signed address does. */
const answerMoved = (request: Request): Response =>
  request.headers.has('authorization') ? registryError(400, 'UNSUPPORTED') : manifest();

const answerFor = (
  answer: RegistryAnswer,
  slowMs: number,
  allowed = '',
): RegistryAnswered['answer'] => {
  switch (answer.kind) {
    case 'error':
      return registryError(answer.status, 'DENIED');
    case 'slow':
      return { late: manifest(), ms: slowMs };
    case 'html':
      return new Response('<!doctype html><title>Sign in</title>', {
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'redirect':
      return redirectTo(answer.to === 'allowed' ? allowed : 'https://moved.example/manifest');
    case 'endless-redirect': // to the very address that was asked
      return redirectTo('?');
    case 'dropped':
      return 'dropped';
  }
};

const imageOf = (repository: string): TestImage | { at: 'nowhere' } =>
  testImages.find((image) => image.repository === repository) ?? { at: 'nowhere' };

const redirectTo = (location: string): Response =>
  new Response(null, { status: 307, headers: { location } });

const registryError = (status: number, code: string): Response =>
  status === 451
    ? new Response(null, { status })
    : Response.json(
        { errors: [{ code, message: `Answer ${status} of the stand-in.` }] },
        { status, headers: status === 429 ? { 'retry-after': '30' } : {} },
      );

const manifest = (): Response =>
  new Response(JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests: [] }), {
    headers: { 'content-type': INDEX_TYPE, 'docker-content-digest': `sha256:${'0'.repeat(64)}` },
  });

const keyFromBasic = (header: string | null, keys: readonly TestKey[]): TestKey | undefined => {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  const prefix = `${REGISTRY_USER}:`;
  const login = encoded === undefined ? '' : atob(encoded);
  return login.startsWith(prefix)
    ? keys.find(({ key }) => key === login.slice(prefix.length))
    : undefined;
};

const tokenFrom = (header: string | null): { name: string; repository: string } | undefined => {
  const [, encoded] = /^Bearer ([A-Za-z0-9+/=]+)$/.exec(header ?? '') ?? [];
  return encoded === undefined
    ? undefined
    : (JSON.parse(atob(encoded)) as { name: string; repository: string });
};
