import { counted, written } from './language.ts';

/** The words of a model that is chosen: its version, its protocol, and what is to be said about them. */

// The model.
export const unknownModel = 'Unknown model';
export const searchModels = (count: number): string =>
  counted(count, { one: (n) => `Search ${n} model`, other: (n) => `Search ${n} models` });
export const modelStays =
  'The model of a deployment cannot be changed. For another one, deploy it as a new deployment.';
export const notInEurope =
  'NVIDIA does not offer this model in the European Union. From an EU address its image cannot be pulled.';
export const isChosen = (name: string): string => `${name} is chosen`;
export const searchBy = 'Search by name, publisher, kind, version, or description.';
export const searchForAnother = 'Search for another model.';
export const missingParts = (count: number): string =>
  counted(count, {
    one: () => 'A part of the model catalog could not be read',
    other: (n) => `${n} parts of the model catalog could not be read`,
  });
export const unreadableModels = (count: number): string =>
  counted(count, {
    one: (n) => `${n} model could not be read`,
    other: (n) => `${n} models could not be read`,
  });
export const noModelCouldBeRead = 'No model could be read';
export const replaceCatalog = (catalogName: string): string =>
  `Ask an administrator to replace ${catalogName}.`;
export const repeatedModels = (count: number): string =>
  counted(count, {
    one: (n) => `${n} model is in the catalog more than once`,
    other: (n) => `${n} models are in the catalog more than once`,
  });
export const showWhich = 'Show which';
export const hide = 'Hide';
export const unreadableModel = (name: string, reason: string): string => `${name}: ${reason}`;

// Its version.
export const version = 'Version';
export const filterVersions = 'Filter the versions';
export const filterSoManyVersions = (count: number): string =>
  counted(count, { one: (n) => `Filter ${n} version`, other: (n) => `Filter ${n} versions` });
export const foundVersions = (count: number, of: number): string =>
  `${written(count)} of ${counted(of, { one: (n) => `${n} version`, other: (n) => `${n} versions` })}`;
export const deployedImage = 'The image that is deployed';
export const recommended = 'recommended';
/** Of a tag that moves, where there is nothing to recommend. */
export const proposed = 'proposed';
export const deployedNow = 'deployed now';
export const explainedVersion = (tag: string, explanations: readonly string[]): string =>
  explanations.length === 0 ? tag : `${tag} (${explanations.join(', ')})`;
export const movingTag =
  'This tag moves: NVIDIA points it to newer builds, so a restart may run another one than today.';
export const whyMoving = (group: string): string =>
  `The tags under "${group}" are pointed to newer builds later: a deployment of one may run another image after a restart.`;
export const chooseFullVersion = 'Choose a full version to know what runs.';
export const noFullVersion = 'The catalog has no full version of this model.';
export const noImage = 'The deployment names no image.';
export const image = (reference: string): string => `Image: ${reference}`;
export const restartsWithVersion =
  'The deployment restarts with this version. The model may have to be downloaded first.';

// How it is called.
export { protocol, protocols } from './protocol.ts';
export const whichProtocol = {
  http: 'Most models are called by HTTP; many for speech are called by gRPC.',
  grpc: 'Only for models that are called by gRPC, as those for speech are. Others do not answer then.',
} as const;

// Its image.
export const checkingPull = 'Checking whether the key can pull this image';
