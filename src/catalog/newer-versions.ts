import { compareVersions, orderVersions, type Version } from './order-versions.ts';

/** A model's versions as they are offered for a deployment of it. */
export interface OfferedVersions {
  /** Newer than what is deployed, the newest first. */
  newer: Version[];
  others: Version[];
}

/**
 * Sorts the versions that a deployment can be changed to. Of a tag that moves nobody knows which build
 * is deployed: newer than 1.15 is what is newer than every 1.15, and newer than `latest` is nothing.
 */
export const offeredVersions = (
  tags: readonly string[],
  deployed: string | undefined,
): OfferedVersions => {
  const versions = orderVersions(tags.filter((tag) => tag !== deployed));
  const isNewer = ({ tag, kind }: Version): boolean =>
    deployed !== undefined && kind !== 'moving' && compareVersions(tag, deployed) > 0;
  return {
    newer: versions.filter(isNewer),
    others: versions.filter((version) => !isNewer(version)),
  };
};
