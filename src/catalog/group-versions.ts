import { orderVersions, type Version, versionKind } from './order-versions.ts';
import { offeredVersions } from './newer-versions.ts';

/** Versions that are offered under one heading. */
export interface VersionGroup {
  label: string;
  versions: readonly Version[];
}

/** The heading of the tags that do not say what runs. */
export const MOVING_TAGS = 'Tags that move';

const FEW = 10;

/** Whether there are so many versions that one searches them rather than reads them. */
export const isMany = (tags: readonly string[]): boolean => tags.length > FEW;

/** The versions to choose from, newest first, with what moves in a group of its own. */
export const groupVersions = (tags: readonly string[]): VersionGroup[] => {
  const versions = orderVersions(tags);
  const of = (...kinds: readonly Version['kind'][]): Version[] =>
    versions.filter(({ kind }) => kinds.includes(kind));
  return withVersions([
    { label: 'Versions', versions: of('full') },
    { label: 'Special builds', versions: of('suffixed') },
    { label: MOVING_TAGS, versions: of('moving') },
  ]);
};

/** For a deployment that is edited: first what is newer than its own. Its own may move, or have no tag. */
export const groupAround = (
  tags: readonly string[],
  deployed: string | undefined,
): VersionGroup[] => {
  const { newer, others } = offeredVersions(tags, deployed);
  const own: Version =
    deployed === undefined
      ? { tag: '', kind: 'full' }
      : { tag: deployed, kind: versionKind(deployed) };
  return withVersions([
    { label: 'Newer versions', versions: newer },
    { label: 'As deployed', versions: [own] },
    { label: 'Other versions', versions: others.filter(({ kind }) => kind !== 'moving') },
    { label: MOVING_TAGS, versions: others.filter(({ kind }) => kind === 'moving') },
  ]);
};

const withVersions = (groups: readonly VersionGroup[]): VersionGroup[] =>
  groups.filter(({ versions }) => versions.length > 0);

/** What of each group has a text in its tag; the chosen version stays in sight. */
export const filterGroups = (
  groups: readonly VersionGroup[],
  text: string,
  chosen: string,
): VersionGroup[] => {
  const part = text.trim().toLowerCase();
  return withVersions(
    groups.map(({ label, versions }) => ({
      label,
      versions: versions.filter(({ tag }) => tag === chosen || tag.toLowerCase().includes(part)),
    })),
  );
};
