import { written } from './language.ts';

/** The words of the model cache: a new volume, or which kind of other place. */

// The field.
export const modelCache = 'Model cache';
export const loadingVolumes = "Loading the project's volumes";
export const volumesNotLoaded = "The project's volumes could not be loaded";
export const cacheStays =
  'The model cache of a deployment cannot be changed. For another one, deploy the model as a new deployment.';
export const noVolume = 'None: the model is downloaded at each start.';
export const otherSource = (kind: string): string =>
  `Kept elsewhere (${kind}), not on a volume of this project.`;
export const createVolume = 'Create a new volume';
export const whyNewVolume =
  'The model is downloaded once and kept, also when the deployment is deleted.';
export const reuseVolume = 'Use an existing volume';
export const whyExistingVolume = 'A model that was downloaded to it before starts faster.';
export const noVolumeYet = 'This project has no volume yet.';
export const loading = 'Loading';
export const chosenIs = (name: string): string => `Chosen is "${name}".`;
export const listNotLoaded =
  'The list of volumes could not be loaded. Reload the page to choose another one, or create a new volume.';
export const formNotLoaded =
  'The form for a new volume could not be loaded. The review says what will be created; to change it, load the page again.';
export const choiceRefused = 'Choose another volume, or another name.';

// A new volume.
export const volumeName = 'Volume name';
export const nameIsOptional = 'Leave it empty to name the volume after the deployment.';
export const nameNotAllowed =
  'Use lower-case letters, digits, dashes and dots; begin and end with a letter or digit.';
export const nameTaken =
  'This project has a volume of that name. Choose another name, or use the existing volume.';
export const size = 'Size';
export const sizeNotAllowed = 'Enter a whole number, 1 or more.';
export const less = 'Less';
export const more = 'More';
export const unitOfSize = 'Unit of the size';
export const units = { Gi: 'GiB', Ti: 'TiB' } as const;
export const recommendedSize = (gi: number, why: string): string =>
  `For this model ${written(gi)} GiB (${written(gigabytes(gi))} GB) or more are recommended: ${why}.`;
/** Memory, and what parameters take, is counted in these. */
const gigabytes = (gi: number): number => Math.round((gi * 2 ** 30) / 1e9);
export const usualSizes =
  "Room for the model's files, usually 30 to 200 GiB. Very large models take more.";
export const tooSmall =
  'This may be too small, and the deployment would then fail at its first start.';
export const tooLarge = (ti: number): string =>
  `The largest volumes of common clouds have ${written(ti)} TiB; many clusters cannot create a larger one.`;
export const storageClass = 'Storage class';
export const defaultClass = (name: string): string => `${name} (default)`;
export const noClassToChoose = 'No storage class';
export const noClass = (hasVolumes: boolean): string =>
  `This cluster has no storage class. Ask an administrator to add one${hasVolumes ? ', or use an existing volume' : ''}.`;

// A folder in a volume.
export const subPath = 'Sub-path';
export const whySubPath =
  'The folder of this model, for a volume that several models share. Leave it empty to use the whole volume.';
export const subPathNotAllowed =
  'Enter a path inside the volume, without a slash at its beginning and without "..".';
