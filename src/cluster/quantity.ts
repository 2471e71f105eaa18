import { written } from '../words/language.ts';

const SHAPE = /^([+-]?(?:\d+\.?\d*|\.\d+))(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/**
 * The number that a Kubernetes quantity says (`30Gi`, `500m`, `1e3`, 4), exact enough to compare two;
 * undefined for what is none.
 */
export const quantityOf = (value: string | number | undefined): number | undefined => {
  const [, digits, suffix = ''] = SHAPE.exec(String(value)) ?? [];
  return digits === undefined ? undefined : Number(digits) * factorOf(suffix);
};

const factorOf = (suffix: string): number => {
  if (BINARY.includes(suffix)) {
    return 1024 ** (BINARY.indexOf(suffix) + 1);
  }
  return suffix === '' ? 1 : (DECIMAL[suffix] ?? Number(`1${suffix}`));
};

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
  const amount = bytes / factorOf(unit);
  const inUnit = `${written(amount)} ${unit}B`;
  // What is just not a whole number must not read like one.
  return !Number.isInteger(amount) && inUnit === `${written(Math.round(amount))} ${unit}B`
    ? `${written(bytes)} B`
    : inUnit;
};

const largestIn = (bytes: number): string =>
  BINARY.findLast((unit) => bytes >= factorOf(unit)) ?? '';

const SIZED = /(?:^|\.)(?:memory|(?:ephemeral-)?storage|hugepages-\w+)$/;

/** An amount of a resource, by the name that Kubernetes or a quota has for it: sizes as they are read. */
export const writtenAmount = (resource: string, amount: string | number): string =>
  SIZED.test(resource) ? writtenSize(amount) : String(amount);
