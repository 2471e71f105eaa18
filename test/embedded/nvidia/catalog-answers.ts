import type { Misbehaviour, StandInCatalog, StandInModel, Trouble } from './stand-in-catalog.ts';

export const SEARCH_PATH = '/v2/search/catalog/resources/CONTAINER';
export const METADATA_PATH = '/v2/nim/metadata';
const REPOSITORY_PATH = /^\/v2\/org\/([^/]+)\/team\/([^/]+)\/repos\/([^/]+)$/;

/** What the stand-in makes of a request to the catalog. */
export type CatalogAnswer = Response | 'dropped' | { late: Response; ms: number };

/** NVIDIA's catalog endpoints over plain facts. */
export interface CatalogAnswers {
  /** Undefined if the path is none of the catalog's. `isKnownKey` says whether the bearer is one. */
  answer: (request: Request, isKnownKey: boolean) => CatalogAnswer | undefined;
}

const ORG = 'nim';

/** The answers of NVIDIA's search, repository and metadata endpoints, right or wrong as configured. */
export const createCatalogAnswers = (catalog: StandInCatalog): CatalogAnswers => {
  const byId = new Map(catalog.models.map((model) => [`${model.team}/${model.name}`, model]));
  const troubles = createTroubles();
  return {
    answer: (request, isKnownKey) => {
      const url = new URL(request.url);
      if (url.pathname === SEARCH_PATH) {
        return answerSearch(catalog, url, troubles);
      }
      if (url.pathname === METADATA_PATH) {
        return answerMetadata(byId, url, troubles);
      }
      const [, org, team, name] = REPOSITORY_PATH.exec(url.pathname) ?? [];
      if (name === undefined) {
        return undefined;
      }
      const model = org === ORG ? byId.get(`${team}/${name}`) : undefined;
      return isKnownKey ? answerRepository(catalog, model, troubles) : problem(401);
    },
  };
};

type Troubles = <T>(
  id: string,
  trouble: { instead: T; times?: number } | undefined,
) => T | undefined;

/** Counts how often a trouble was met, so that it can end. */
const createTroubles = (): Troubles => {
  const met = new Map<string, number>();
  return (id, trouble) => {
    const times = met.get(id) ?? 0;
    met.set(id, times + 1);
    return trouble !== undefined && times < (trouble.times ?? Infinity)
      ? trouble.instead
      : undefined;
  };
};

const problem = (status: number): Response =>
  Response.json({ requestStatus: { statusDescription: `Stand-in's ${status}.` } }, { status });

const orWrong = (right: () => Response, wrong: Misbehaviour | undefined): CatalogAnswer => {
  switch (wrong?.kind) {
    case undefined:
      return right();
    case 'error':
      return withRetryAfter(problem(wrong.status), wrong.retryAfter);
    case 'empty':
      return new Response(null, { status: wrong.status });
    case 'html':
      return new Response('<!doctype html><title>Proxy</title>', {
        headers: { 'content-type': 'text/html' },
      });
    case 'truncated':
      return new Response('{"name":"llama","tags":["1.0', {
        headers: { 'content-type': 'application/json' },
      });
    case 'json':
      return Response.json(wrong.body);
    case 'slow':
      return { late: right(), ms: wrong.ms };
    case 'redirect':
      return new Response(null, { status: 302, headers: { location: wrong.location } });
    case 'dropped':
      return 'dropped';
  }
};

const withRetryAfter = (response: Response, seconds: number | undefined): Response => {
  if (seconds !== undefined) {
    response.headers.set('retry-after', String(seconds));
  }
  return response;
};

const answerRepository = (
  { callerIn }: StandInCatalog,
  model: StandInModel | undefined,
  troubles: Troubles,
): CatalogAnswer => {
  if (model === undefined) {
    return problem(404);
  }
  const hidden: Trouble | undefined =
    model.euRestricted === true && callerIn === 'eu'
      ? { instead: { kind: 'empty', status: 451 } }
      : undefined;
  const wrong = troubles(`repository ${model.team}/${model.name}`, hidden ?? model.repository);
  return orWrong(() => Response.json(repositoryOf(model)), wrong);
};

const repositoryOf = (model: StandInModel): object => ({
  name: model.name,
  displayName: model.displayName ?? model.name,
  namespace: `${ORG}/${model.team}`,
  tags: model.tags,
  latestTag: model.latestTag,
  updatedDate: model.updatedDate,
  labels: ['_LABEL_FAILED_TO_RESOLVE_'],
  isMultiArchitecture: false,
  ...(model.shortDescription === undefined ? {} : { shortDescription: model.shortDescription }),
  ...(model.latestImageSize === undefined ? {} : { latestImageSize: model.latestImageSize }),
});

const answerMetadata = (
  byId: ReadonlyMap<string, StandInModel>,
  url: URL,
  troubles: Troubles,
): CatalogAnswer => {
  const resourceId = url.searchParams.get('resourceId') ?? '';
  const model = byId.get(resourceId.replace(`${ORG}/`, ''));
  const isKnown = model?.tags.includes(url.searchParams.get('tag') ?? '') === true;
  const wrong = troubles(`metadata ${resourceId}`, model?.metadata);
  return orWrong(
    () =>
      isKnown && model.profiles !== undefined
        ? Response.json({ profiles: model.profiles })
        : problem(404),
    wrong,
  );
};

const answerSearch = (catalog: StandInCatalog, url: URL, troubles: Troubles): CatalogAnswer => {
  const asked = readQuery(url.searchParams.get('q'));
  if (asked === undefined) {
    return problem(400);
  }
  const wrong = troubles(`page ${asked.page}`, catalog.pages?.[asked.page]);
  if (wrong?.kind === 'repeats') {
    return Response.json(searchPage(catalog, { ...asked, page: wrong.page }));
  }
  return orWrong(() => Response.json(searchPage(catalog, asked)), wrong);
};

const readQuery = (text: string | null): { page: number; pageSize: number } | undefined => {
  try {
    const { query, page, pageSize } = JSON.parse(text ?? '') as Record<string, unknown>;
    return query === 'orgName:nim' && typeof page === 'number' && typeof pageSize === 'number'
      ? { page, pageSize }
      : undefined;
  } catch {
    return undefined;
  }
};

const searchPage = (catalog: StandInCatalog, asked: { page: number; pageSize: number }): object => {
  const pageSize = Math.min(asked.pageSize, catalog.pageSize ?? Infinity);
  const all = [...catalog.models.map(resourceOf), ...(catalog.strangeResources ?? [])];
  const pages = Math.ceil(all.length / pageSize);
  const resources = all.slice(asked.page * pageSize, (asked.page + 1) * pageSize);
  const container = { groupValue: 'CONTAINER', totalCount: all.length, resources };
  const other = { groupValue: '_scored', totalCount: all.length, resources };
  const groups = {
    first: [container, other],
    last: [other, container],
    missing: [other],
  };
  return {
    params: { page: asked.page, pageSize },
    resultPageTotal: pages,
    resultTotal: all.length,
    results: groups[catalog.containerGroup ?? 'last'],
  };
};

/** `publisher` says NVIDIA even for others' models, as in the recorded answers. */
const resourceOf = (model: StandInModel): object => ({
  resourceId: `${ORG}/${model.team}/${model.name}`,
  name: model.name,
  displayName: model.displayName ?? model.name,
  dateModified: model.updatedDate,
  labels: [{ key: 'publisher', values: ['NVIDIA'] }],
  attributes: [
    { key: 'hasSignedTag', value: 'true' },
    ...attributeOf(model, 'latestTag'),
    ...attributeOf(model, 'latestTagPushedDate'),
  ],
});

const attributeOf = (
  model: StandInModel,
  key: 'latestTag' | 'latestTagPushedDate',
): { key: string; value: string }[] => {
  const value = model[key];
  return value === undefined ? [] : [{ key, value }];
};
