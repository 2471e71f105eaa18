import { written } from '../words/language.ts';
import { factorOf, quantityOf } from './quantity.ts';

const SIZE_SUFFIX = /(?:[KMGTPE]i|[kMGTPE])$/;

/**
 * A size as it is read: `100 GiB` of `100Gi`, `100 GB` of `100G`, in the unit that it was written in. Of bytes
 * it is the largest binary unit that they fill; what is no quantity stays as it is.
 */
export const writtenSize = (quantity: string | number): string => {
  const bytes = quantityOf(quantity);
  if (bytes === undefined) {
    return String(quantity);
  }
  const [unit = largestIn(bytes)] = SIZE_SUFFIX.exec(String(quantity)) ?? [];
  return `${written(bytes / factorOf(unit))} ${unit}B`;
};

const largestIn = (bytes: number): string =>
  ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki'].find((unit) => bytes >= factorOf(unit)) ?? '';

const SIZED = /(?:^|\.)(?:memory|(?:ephemeral-)?storage|hugepages-\w+)$/;

/** An amount of a resource, by the name that Kubernetes or a quota has for it: sizes as they are read. */
export const writtenAmount = (resource: string, amount: string | number): string =>
  SIZED.test(resource) ? writtenSize(amount) : String(amount);
