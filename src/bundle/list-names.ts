import { listed } from '../words/language.ts';

/** Deployments, say, by what people call them: `A, B, and C`. */
export const listNames = (named: readonly { displayName: string }[]): string =>
  listed(named.map(({ displayName }) => displayName));
