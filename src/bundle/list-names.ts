import { listed, written } from '../words/language.ts';

/** From here on nobody reads them one by one. */
const MOST = 5;

/** Deployments, say, by what people call them: `A, B, and C`; of many, the first and how many more there are. */
export const listNames = (named: readonly { displayName: string }[]): string => {
  const names = named.slice(0, MOST).map(({ displayName }) => displayName);
  const more = named.length - names.length;
  return listed(more === 0 ? names : [...names, `${written(more)} more`]);
};
