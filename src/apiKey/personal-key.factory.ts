const PATTERN = 'Not-a-real-key-made-for-unit-tests-only-';

/** A key of a personal key's form that nobody has: `nvapi-` and so many characters. */
export const personalKey = (length = 64): string =>
  `nvapi-${PATTERN.repeat(Math.ceil(length / PATTERN.length)).slice(0, length)}`;
