import {
  callerSchema,
  metadataSchema,
  repositorySchema,
  searchPageSchema,
  type Metadata,
  type Repository,
  type SearchPage,
} from './ngc-answers.ts';
import type { NgcAnswer } from './ngc-answer.ts';
import type { NgcRequests } from './ngc-requests.ts';

const PAGE_SIZE = 1000;

/** A repository of NVIDIA's registry: `nim/meta/llama-3.1-8b-instruct` in its parts. */
export interface RepositoryId {
  org: string;
  team: string;
  name: string;
}

/** The questions that a catalog is made from. Addresses: NVIDIA's NGC API and NIM Metadata API. */
export interface NgcCatalog {
  /** Whether NVIDIA knows the key. */
  key: () => Promise<NgcAnswer<unknown>>;
  page: (page: number) => Promise<NgcAnswer<SearchPage>>;
  repository: (id: RepositoryId) => Promise<NgcAnswer<Repository>>;
  metadata: (id: RepositoryId, tag: string) => Promise<NgcAnswer<Metadata>>;
}

/** Search and metadata are public and are asked without the key. */
export const createNgcCatalog = (requests: NgcRequests, key: string): NgcCatalog => ({
  key: () =>
    requests.ask(
      { method: 'POST', path: '/v3/keys/get-caller-info', key, form: { credentials: key } },
      callerSchema,
    ),
  page: (page) => {
    const query = { query: 'orgName:nim', page, pageSize: PAGE_SIZE };
    const q = encodeURIComponent(JSON.stringify(query));
    return requests.ask(
      { path: `/v2/search/catalog/resources/CONTAINER?q=${q}` },
      searchPageSchema,
    );
  },
  repository: ({ org, team, name }) =>
    requests.ask(
      { path: `/v2/org/${org}/team/${team}/repos/${name}?resolve-labels=true`, key },
      repositorySchema,
    ),
  metadata: ({ org, team, name }, tag) =>
    requests.ask(
      {
        path: `/v2/nim/metadata?${new URLSearchParams({ resourceId: `${org}/${team}/${name}`, tag })}`,
      },
      metadataSchema,
    ),
});
