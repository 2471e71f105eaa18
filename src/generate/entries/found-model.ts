import { attributeOf, foundResourceSchema, type SearchPage } from '../ngc/ngc-answers.ts';
import type { RepositoryId } from '../ngc/ngc-catalog.ts';

/** A model as the search result shows it. */
export interface FoundModel extends RepositoryId {
  displayName: string | undefined;
  latestTag: string | undefined;
  /** When `latestTag` was pushed. */
  latestTagPushedDate: string | undefined;
  updatedDate: string | undefined;
}

/** A resource of the search result that says not even which repository it is. */
export interface UnreadableResource {
  name: string;
  reason: string;
}

/** `nim/meta/llama`: what identifies a model, as in the catalog. */
export const foundId = ({ org, team, name }: RepositoryId): string => `${org}/${team}/${name}`;

/**
 * The models of one page. Groups come in any order and hold the same resources; the one for
 * containers is read, else all of them.
 */
export const readPage = (
  page: SearchPage,
): { models: FoundModel[]; unreadable: UnreadableResource[] } => {
  const containers = page.results.filter(({ groupValue }) => groupValue === 'CONTAINER');
  const groups = containers.length > 0 ? containers : page.results;
  const resources = groups.flatMap((group) => group.resources.map(readResource));
  return {
    models: resources.flatMap((resource) => (resource.status === 'ok' ? [resource.model] : [])),
    unreadable: resources.flatMap((resource) =>
      resource.status === 'unreadable' ? [{ name: resource.name, reason: resource.reason }] : [],
    ),
  };
};

type Resource =
  { status: 'ok'; model: FoundModel } | ({ status: 'unreadable' } & UnreadableResource);

/** A part of a path: letters, digits and `-._`, but no way up. */
const ID_PART = /^(?!\.+$)[A-Za-z0-9._-]{1,200}$/;

const readResource = (value: unknown): Resource => {
  const parsed = foundResourceSchema.safeParse(value);
  if (!parsed.success) {
    return { status: 'unreadable', name: 'a resource without a name', reason: 'has no resourceId' };
  }
  const { resourceId, displayName, dateModified } = parsed.data;
  const [org, team, name, ...rest] = resourceId.split('/');
  const isWhole = [org, team, name].every((part) => part !== undefined && ID_PART.test(part));
  if (!isWhole || rest.length > 0 || !org || !team || !name) {
    return {
      status: 'unreadable',
      name: JSON.stringify(resourceId.slice(0, 200)),
      reason: 'is not of the form org/team/name',
    };
  }
  return {
    status: 'ok',
    model: {
      org,
      team,
      name,
      displayName,
      latestTag: attributeOf(parsed.data, 'latestTag'),
      latestTagPushedDate: attributeOf(parsed.data, 'latestTagPushedDate'),
      updatedDate: dateModified,
    },
  };
};
