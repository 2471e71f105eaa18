import { writtenSize } from '../../cluster/quantity.ts';
import type { VolumeClass } from '../../submit/checks/cache-volume.ts';
import { isNotThereYet, unfitnessOf } from '../../submit/checks/volume-fitness.ts';
import { type DeployedObjects, usersOfVolume } from '../../submit/checks/volume-users.ts';
import * as words from '../../words/existing-volume.ts';
import type { ExistingVolume } from './storage-field-value.ts';
import type { VolumeOption } from './volumes-query.ts';

/** A volume that can be chosen, with the deployments that use it, where that is known. */
export type VolumeChoice = VolumeOption & { users: string[] | undefined; isNotThereYet: boolean };

/**
 * The project's volumes as they are offered: unused ones first, NIM caches first among them; those that
 * others use; those that are not there yet; and those that cannot be used.
 */
export const volumeChoices = (
  { volumes, classes }: { volumes: readonly VolumeOption[]; classes: readonly VolumeClass[] },
  deployments: DeployedObjects | undefined,
): VolumeChoice[] =>
  volumes
    .map((volume) => ({
      ...volume,
      users: deployments && usersOfVolume(volume.name, deployments),
      isNotThereYet: isNotThereYet(volume, classes),
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));

const rankOf = (choice: VolumeChoice): number =>
  (isUnfit(choice) ? 8 : 0) +
  (choice.isNotThereYet ? 4 : 0) +
  (choice.users?.length ? 2 : 0) +
  (choice.isNimCache ? 0 : 1);

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
export const labelOf = (choice: VolumeChoice): string =>
  words.describedVolume(choice.name, [
    ...factsOf(choice),
    ...(isUnfit(choice) ? [words.cannotBeUsed] : choice.isNotThereYet ? [words.notThereYet] : []),
  ]);

/** What one chooses by. Who uses a volume is nothing to who cannot. */
export const factsOf = (choice: VolumeChoice): string[] => [
  writtenSize(choice.size),
  ...(choice.isNimCache ? [words.nimCache] : []),
  ...(choice.users && !isUnfit(choice) ? [describeUse(choice.users)] : []),
];

const describeUse = (users: readonly string[]): string =>
  users.length === 0 ? words.usedByNobody : words.usedBy(users);
