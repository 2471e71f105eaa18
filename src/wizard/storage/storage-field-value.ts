import { z } from 'zod';
import type { StorageChoice } from '../../bundle/deployment-choices.ts';
import { USUAL_SIZE_GI } from '../../catalog/recommended-size.ts';
import * as words from '../../words/storage.ts';

/** Sizes are given in these units: binary gigabytes and terabytes, as Kubernetes writes them. */
export const sizeUnits = ['Gi', 'Ti'] as const;

const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The name of an object in Kubernetes: what a volume may be called. */
export const isVolumeName = (name: string): boolean =>
  name.length <= 253 && DNS_SUBDOMAIN.test(name);

/** A path inside the volume: relative, and not out of it. */
export const isSubPath = (path: string): boolean =>
  !path.startsWith('/') && !path.split('/').includes('..');

/** Of a new volume, in its unit: Kubernetes would take parts of one, and nobody means them. */
export const isVolumeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 1;

/** Whether the cluster has what rules the choice out, as far as it was seen: the wizard waits for another. */
const isRefused = z.boolean().optional();

const subPath = z.string().refine(isSubPath, { message: words.subPathNotAllowed });

/**
 * What the wizard's state knows about the model cache. An empty `name` of a new volume means "after
 * the deployment", whose name is not known yet on this page. A size that nobody has entered follows the
 * chosen model.
 */
export const storageFieldSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('new'),
    name: z.string().refine((name) => name === '' || isVolumeName(name), {
      message: words.nameNotAllowed,
    }),
    size: z.number().refine(isVolumeSize, { message: words.sizeNotAllowed }),
    unit: z.enum(sizeUnits),
    isSizeProposed: z.boolean().optional(),
    storageClass: z.string().min(1),
    subPath,
    isRefused,
  }),
  z.object({ kind: z.literal('existing'), name: z.string().min(1), subPath, isRefused }),
]);

export type StorageFieldValue = z.infer<typeof storageFieldSchema>;

/**
 * Of a deployment that is edited: its cache is on no volume of the project but on a source of this
 * kind, or, without one, in the container.
 */
const elsewhereSchema = z.object({ kind: z.literal('elsewhere'), source: z.string().optional() });

/** What the field shows: what a new deployment is made from, or what an existing one has. */
export const shownStorageSchema = z.union([storageFieldSchema, elsewhereSchema]);

/** The wizard goes on with any but what the cluster rules out. */
export const usableStorageSchema = shownStorageSchema.refine(
  (value) => value.kind === 'elsewhere' || !value.isRefused,
  { message: words.choiceRefused },
);

export type ShownStorage = z.infer<typeof shownStorageSchema>;

export type NewVolume = Extract<StorageFieldValue, { kind: 'new' }>;
export type ExistingVolume = Extract<StorageFieldValue, { kind: 'existing' }>;

/** A new volume as it is proposed, of the size that is recommended if any is. */
export const proposedVolume = (storageClass: string, size = USUAL_SIZE_GI): NewVolume => ({
  kind: 'new',
  name: '',
  ...proposedSize(size),
  storageClass,
  subPath: '',
});

/** A size that nobody has entered. */
export const proposedSize = (
  size = USUAL_SIZE_GI,
): Pick<NewVolume, 'size' | 'unit' | 'isSizeProposed'> => ({
  size,
  unit: 'Gi',
  isSizeProposed: true,
});

/** The name of the volume that a new deployment gets when none was given. */
export const defaultVolumeName = (deployment: string): string => `nim-${deployment}`;

/** The choice that the bundle is made from, once the deployment's name is known. */
export const storageChoice = (value: StorageFieldValue, deployment: string): StorageChoice =>
  value.kind === 'existing'
    ? { kind: 'existing', name: value.name, subPath: value.subPath }
    : {
        kind: 'new',
        name: value.name || defaultVolumeName(deployment),
        size: `${value.size}${value.unit}`,
        storageClass: value.storageClass,
        subPath: value.subPath,
      };
