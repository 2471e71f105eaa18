import { writtenSize } from '../../cluster/quantity.ts';
import { unfitnessOf } from '../../submit/checks/volume-fitness.ts';
import { type DeployedObjects, usersOfVolume } from '../../submit/checks/volume-users.ts';
import * as words from '../../words/existing-volume.ts';
import type { ExistingVolume } from './storage-field-value.ts';
import type { VolumeOption } from './volumes-query.ts';

/** A volume that can be chosen, with the deployments that use it, where that is known. */
export type VolumeChoice = VolumeOption & { users: string[] | undefined };

/**
 * The project's volumes as they are offered: unused ones first, NIM caches first among them; those that
 * others use; and those that cannot be used.
 */
export const volumeChoices = (
  volumes: readonly VolumeOption[],
  deployments: DeployedObjects | undefined,
): VolumeChoice[] =>
  volumes
    .map((volume) => ({ ...volume, users: deployments && usersOfVolume(volume.name, deployments) }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));

const rankOf = (choice: VolumeChoice): number =>
  (isUnfit(choice) ? 4 : 0) + (choice.users?.length ? 2 : 0) + (choice.isNimCache ? 0 : 1);

const isUnfit = (choice: VolumeChoice): boolean => unfitnessOf(choice) !== undefined;

/** The volume that is proposed: one that can be used, and of which it is known that nobody uses it. */
export const proposedChoice = (choices: readonly VolumeChoice[]): ExistingVolume | undefined => {
  const fit = choices.find((choice) => !isUnfit(choice) && choice.users?.length === 0);
  return fit && chosenVolume(fit);
};

/** With the folder in it that a NIM used before. */
export const chosenVolume = ({ name, subPath }: VolumeOption): ExistingVolume => ({
  kind: 'existing',
  name,
  subPath,
});

/** The name with what is known of it: `cache (100 GiB, NIM cache, not used by any deployment)` */
export const labelOf = (choice: VolumeChoice): string => {
  const { name, size, isNimCache, users } = choice;
  const known = [
    writtenSize(size),
    ...(isNimCache ? [words.nimCache] : []),
    ...(isUnfit(choice) ? [words.cannotBeUsed] : []),
    ...(users ? [describeUse(users)] : []),
  ];
  return words.describedVolume(name, known);
};

const describeUse = (users: readonly string[]): string =>
  users.length === 0 ? words.usedByNobody : words.usedBy(users);
