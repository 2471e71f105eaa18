import { createHash } from 'node:crypto';

/** The two keys of a test that NVIDIA knows, which nobody can have written down anywhere. */
export interface Keys {
  valid: string;
  otherValid: string;
}

const PREFIX = 'nvapi-';
const LENGTH = 70;
const USUAL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
/** Characters that mean something in JSON, addresses, forms, HTML, templates or shells. */
const AWKWARD = `"\\%&+/<>$'{}#?=:;,!~^|@*()[].\``;
/** So many of the middle may be awkward: both ends stay as they usually are. */
const AWKWARD_FROM = 24;
const AWKWARD_TO = 52;

/** Whole numbers below a limit, one after the other, as a seed decides. */
type Draw = (limit: number) => number;

const drawing = (seed: string): Draw => {
  let count = 0;
  return (limit) => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE() % limit;
  };
};

/** Keys of the real shape, always the same for a seed. Every second seed's have awkward characters in the middle. */
export const randomKeys = (seed: string): Keys => {
  const draw = drawing(seed);
  const isAwkward = draw(2) === 1;
  return { valid: randomKey(draw, isAwkward), otherValid: randomKey(draw, isAwkward) };
};

const randomKey = (draw: Draw, isAwkward: boolean): string => {
  const characters = Array.from({ length: LENGTH - PREFIX.length }, (_nothing, at) => {
    const isInMiddle = at >= AWKWARD_FROM && at < AWKWARD_TO;
    const from = isAwkward && isInMiddle && draw(2) === 1 ? AWKWARD : USUAL;
    return from.charAt(draw(from.length));
  });
  return `${PREFIX}${characters.join('')}`;
};
