/** How the stand-in answers instead of rightly. */
export type Misbehaviour =
  /** An HTTP error; `retryAfter` in seconds. */
  | { kind: 'error'; status: number; retryAfter?: number }
  /** Nothing but a status, as NVIDIA's 451. */
  | { kind: 'empty'; status: number }
  /** 200 with a page instead of JSON. */
  | { kind: 'html' }
  /** 200 whose JSON ends in the middle. */
  | { kind: 'truncated' }
  /** 200 with this instead of the answer. */
  | { kind: 'json'; body: unknown }
  /** The right answer, late, in milliseconds. */
  | { kind: 'slow'; ms: number }
  /** To another address. */
  | { kind: 'redirect'; location: string }
  /** The connection is closed without an answer. */
  | { kind: 'dropped' };

/** What to do instead: always, or for the first so many requests. */
export interface Trouble {
  instead: Misbehaviour;
  times?: number;
}

/** A model of the stand-in's catalog: the facts, and how its answers go wrong. */
export interface StandInModel {
  name: string;
  team: string;
  displayName?: string;
  shortDescription?: string;
  tags: string[];
  /** Missing: the search result has none either. */
  latestTag?: string;
  /** As the search result says it. */
  latestTagPushedDate?: string;
  updatedDate?: string;
  latestImageSize?: number;
  /** GPU needs as the metadata endpoint says them; without, it answers 404. */
  profiles?: object[];
  /** Hidden (451, no body) from whoever asks from the EU. */
  euRestricted?: boolean;
  repository?: Trouble;
  metadata?: Trouble;
}

/** What goes wrong with a page of the search: it may also repeat another one. */
export interface PageTrouble {
  instead: Misbehaviour | { kind: 'repeats'; page: number };
  times?: number;
}

/** NVIDIA's catalog as the stand-in shows it. */
export interface StandInCatalog {
  models: readonly StandInModel[];
  /** Most models a page, whatever is asked for. */
  pageSize?: number;
  /** What goes wrong with a page, by its number from 0. */
  pages?: Readonly<Record<number, PageTrouble>>;
  /** Where the group for containers stands among the groups. */
  containerGroup?: 'first' | 'last' | 'missing';
  /** Further resources of the search result, in any shape. */
  strangeResources?: readonly unknown[];
  /** Where the one who asks seems to be. */
  callerIn?: 'us' | 'eu';
}

/** A model from an entry of a catalog, or from facts in the same shape. */
export const standInModel = (facts: {
  name: string;
  namespace: string;
  displayName?: string;
  shortDescription?: string;
  tags: string[];
  latestTag?: string;
  updatedDate?: string;
  euRestricted?: boolean;
}): StandInModel => {
  const { namespace, ...rest } = facts;
  return { ...rest, team: namespace.split('/').at(-1) ?? namespace };
};
