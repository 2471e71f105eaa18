import type { HostHardwareProfile } from '../../../../src/dashboard/host-contract.ts';
import type { ResourceRequirements, Toleration } from '../../../../src/cluster/kubernetes.ts';
import { deepEqual } from '../deep-equal.ts';

/** A profile that its administrator has switched off is not offered. */
export const isEnabled = ({ metadata }: HostHardwareProfile): boolean =>
  metadata.annotations?.['opendatahub.io/disabled'] !== 'true';

export const displayNameOf = ({ metadata }: HostHardwareProfile): string =>
  metadata.annotations?.['opendatahub.io/display-name'] ?? metadata.name;

/** A profile's default counts, as requests and as limits. */
export const resourcesOf = ({ spec }: HostHardwareProfile): ResourceRequirements => {
  const counts = Object.fromEntries(
    (spec.identifiers ?? []).map(({ identifier, defaultCount }) => [identifier, defaultCount]),
  );
  return { requests: counts, limits: { ...counts } };
};

/** One line about what a profile gives, for the select. */
export const describe = ({ spec }: HostHardwareProfile): string =>
  (spec.identifiers ?? [])
    .map(({ displayName, defaultCount }) => `${displayName}: ${defaultCount}`)
    .join(', ');

/** What an existing deployment has, to find the profile that it was made from. */
export interface ExistingScheduling {
  resources: ResourceRequirements;
  tolerations: Toleration[];
  nodeSelector: Record<string, string>;
}

/**
 * The profile that an existing deployment without a named profile could have been made from: every
 * identifier present, every toleration and label of the profile's scheduling there. The real
 * dashboard also compares the counts with the profile's bounds; here they have to be there.
 */
export const matchProfile = (
  profiles: HostHardwareProfile[],
  { resources, tolerations, nodeSelector }: ExistingScheduling,
): HostHardwareProfile | undefined =>
  profiles.find(({ spec }) => {
    const node = spec.scheduling?.node;
    return (
      (spec.identifiers ?? []).every(
        ({ identifier }) => resources.requests?.[identifier] && resources.limits?.[identifier],
      ) &&
      (node?.tolerations ?? []).every((wanted) =>
        tolerations.some((toleration) => deepEqual(toleration, wanted)),
      ) &&
      Object.entries(node?.nodeSelector ?? {}).every(([key, value]) => nodeSelector[key] === value)
    );
  });
