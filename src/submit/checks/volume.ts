import type { ModelNeeds } from '../../catalog/model-needs.ts';
import { filesByParameters, inGigabytes, LEAST_SIZE_GI } from '../../catalog/recommended-size.ts';
import type { PersistentVolumeClaim, StorageClass } from '../../cluster/kubernetes.ts';
import { quantityOf, writtenSize } from '../../cluster/quantity.ts';
import { type CacheVolume, type VolumeClass, volumeClassOf } from './cache-volume.ts';
import { listQuoted } from './list-quoted.ts';
import { type Problem, stops, warns } from './problem.ts';
import { isNotThereYet, type Unfitness, unfitnessOf } from './volume-fitness.ts';

/** What is around a volume that the project has; what could not be seen is missing. */
interface VolumeUse {
  users: readonly string[];
  replicas?: number;
  /** Of the model that is to be kept on it. */
  needs?: ModelNeeds;
  classes?: readonly VolumeClass[] | undefined;
}

/** Whether a volume that the project has can hold a model's cache, beside those who use it already. */
export const checkExistingVolume = (
  volume: CacheVolume,
  { users, replicas = 1, needs = {}, classes }: VolumeUse,
): Problem[] => {
  const unfit = unfitnessOf(volume);
  return unfit === undefined
    ? [
        ...checkSharing(volume, users),
        ...checkReplicas(volume, replicas),
        ...checkSize(volume, needs),
        ...checkPending(volume, classes),
      ]
    : [stops('storage', `The volume "${volume.name}" cannot be used`, UNFIT[unfit])];
};

const UNFIT: Readonly<Record<Unfitness, string>> = {
  'being-deleted': 'It is being deleted. Choose another one.',
  lost: 'What it was stored on is gone. Choose another one.',
  block: 'It is a block device without a file system. Choose another one.',
  'read-only': 'It is read-only, but the model must be written to it. Choose another one.',
};

/** Whether pods on several nodes may write to a volume at the same time. */
const isShared = (modes: readonly string[]): boolean => modes.includes('ReadWriteMany');

const isOfOnePod = (modes: readonly string[]): boolean =>
  modes.every((mode) => mode === 'ReadWriteOncePod' || mode === 'ReadOnlyMany');

const checkSharing = ({ name, accessModes }: CacheVolume, users: readonly string[]): Problem[] => {
  if (users.length === 0) {
    return [];
  }
  const title = `The volume "${name}" is used by ${listQuoted(users)}`;
  if (isOfOnePod(accessModes)) {
    const why = 'Only one pod may use it at a time (ReadWriteOncePod). Choose another one.';
    return [stops('storage', title, why)];
  }
  return [
    warns(
      'storage',
      title,
      isShared(accessModes)
        ? 'Both write to the same files unless their sub-paths differ.'
        : 'It can be used on one node at a time (ReadWriteOnce): unless both run on the same one, one of them waits.',
    ),
  ];
};

/** Whether a volume that is not there yet will come, where its class says when. */
const checkPending = (
  volume: CacheVolume,
  classes: readonly VolumeClass[] | undefined,
): Problem[] => {
  if (!isNotThereYet(volume, classes)) {
    return [];
  }
  const { name, storageClass = '' } = volume;
  const its = classes?.find((one) => one.name === storageClass);
  return [
    warns(
      'storage',
      `The volume "${name}" is not there yet`,
      `${whyPending(storageClass, its)} The deployment waits until the volume is there. Choose another one, or ask an administrator.`,
    ),
  ];
};

const whyPending = (name: string, found: VolumeClass | undefined): string => {
  if (name === '') {
    return 'It has no storage class, so an administrator has to provide it.';
  }
  if (!found) {
    return `Its storage class "${name}" is no longer in the cluster, so the volume is not made.`;
  }
  return found.isProvisioned
    ? `Its storage class "${name}" makes volumes at once, and has not made this one.`
    : `Its storage class "${name}" makes no volumes by itself.`;
};

/** Whether all replicas can have the volume, be it new or not. */
export const checkReplicas = (
  { accessModes }: Pick<CacheVolume, 'accessModes'>,
  replicas: number,
): Problem[] => {
  if (replicas < 2 || isShared(accessModes)) {
    return [];
  }
  const title = `${replicas} replicas share one volume`;
  return isOfOnePod(accessModes)
    ? [
        stops(
          'replicas',
          title,
          'Only one pod may use it at a time (ReadWriteOncePod). Choose one replica, or another volume.',
        ),
      ]
    : [
        warns(
          'replicas',
          title,
          'It can be used on one node at a time (ReadWriteOnce): replicas on other nodes wait. Choose one replica, or a volume that can be shared (ReadWriteMany).',
        ),
      ];
};

/** Whether a volume has room for a model; how much its files take, NVIDIA does not say. */
export const checkSize = ({ size }: Pick<CacheVolume, 'size'>, needs: ModelNeeds): Problem[] => {
  const bytes = quantityOf(size);
  const shortage = bytes === undefined ? undefined : shortageOf(bytes, needs);
  return shortage === undefined
    ? []
    : [
        warns(
          'storage',
          shortage.title,
          `It has ${writtenSize(size)}; ${shortage.why}. If it is too small, the deployment fails at its first start.`,
        ),
      ];
};

const MAY_BE_TOO_SMALL = 'The volume may be too small';

const shortageOf = (
  bytes: number,
  needs: ModelNeeds,
): { title: string; why: string } | undefined => {
  const { imageBytes = 0 } = needs;
  if (bytes < imageBytes) {
    return {
      title: "The volume is smaller than the model's image",
      why: `the image alone takes ${inGigabytes(imageBytes)}, compressed`,
    };
  }
  const files = filesByParameters(needs);
  if (files && bytes < files.bytes) {
    return { title: MAY_BE_TOO_SMALL, why: `the model's ${files.text}` };
  }
  return bytes < LEAST_SIZE_GI * 2 ** 30
    ? { title: MAY_BE_TOO_SMALL, why: `most models need ${LEAST_SIZE_GI} GiB or more` }
    : undefined;
};

/** Whether a new volume can be made. */
export const checkNewVolume = (
  { metadata, spec }: PersistentVolumeClaim,
  {
    claims,
    classes,
  }: {
    claims?: readonly PersistentVolumeClaim[] | undefined;
    classes?: readonly StorageClass[] | undefined;
  },
): Problem[] => {
  const { name } = metadata;
  const taken = claims?.some((claim) => claim.metadata.name === name)
    ? [
        stops(
          'storage',
          `The volume "${name}" exists already`,
          'Choose another name, or use the existing volume.',
        ),
      ]
    : [];
  return [...taken, ...checkClass(spec.storageClassName ?? '', classes)];
};

const checkClass = (name: string, classes: readonly StorageClass[] | undefined): Problem[] => {
  const found = classes?.find(({ metadata }) => metadata.name === name);
  if (classes && !found) {
    return [
      stops(
        'storage',
        `There is no storage class "${name}"`,
        'The volume would never be made. Choose another class.',
      ),
    ];
  }
  return found && !volumeClassOf(found).isProvisioned
    ? [
        warns(
          'storage',
          `The storage class "${name}" makes no volumes by itself`,
          'The deployment waits until an administrator has made one that fits.',
        ),
      ]
    : [];
};
