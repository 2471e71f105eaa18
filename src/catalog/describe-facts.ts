import { LANGUAGE, written } from '../words/language.ts';
import type { SizeRange } from './filter-models.ts';
import type { ModelEntry } from './model-entry.ts';
import type { ModelKind } from './model-kind.ts';

/** What a kind of model is called on screen. */
export const kindTitles: Readonly<Record<ModelKind, string>> = {
  chat: 'Chat',
  embedding: 'Embedding',
  reranking: 'Reranking',
  vision: 'Vision and images',
  speech: 'Speech',
  biology: 'Biology',
  other: 'Other',
};

/** What a range of parameters is called on screen. */
export const sizeTitles: Readonly<Record<SizeRange, string>> = {
  tiny: 'Below 3 billion',
  small: '3 to below 15 billion',
  medium: '15 to below 70 billion',
  large: '70 billion and more',
  unknown: 'Not known',
};

const count = new Intl.NumberFormat(LANGUAGE, { notation: 'compact', compactDisplay: 'long' });
const day = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });

/** `8 billion`; undefined where the model's name does not say. */
export const countParameters = ({
  parameters,
}: Pick<ModelEntry, 'parameters'>): string | undefined =>
  parameters === undefined ? undefined : count.format(parameters);

/** `8 billion parameters` */
export const describeParameters = (entry: Pick<ModelEntry, 'parameters'>): string | undefined => {
  const counted = countParameters(entry);
  return counted && `${counted} parameters`;
};

/** `2 × 80 GB GPU`: what the least demanding of the model's profiles runs on, if it is known. */
export const describeGpus = ({ gpus }: Pick<ModelEntry, 'gpus'>): string | undefined =>
  gpus === undefined
    ? undefined
    : [
        `${written(gpus.count)} ×`,
        ...(gpus.memoryGb === undefined ? [] : [`${written(gpus.memoryGb)} GB`]),
        'GPU',
      ].join(' ');

/** `Feb 3, 2026`: the day on which NVIDIA changed the model last. */
export const describeUpdate = ({ updated }: Pick<ModelEntry, 'updated'>): string | undefined =>
  updated === undefined ? undefined : day.format(updated);
