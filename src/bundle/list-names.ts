/** Deployments, say, by what people call them: `A, B, and C`. */
export const listNames = (named: readonly { displayName: string }[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(
    named.map(({ displayName }) => displayName),
  );
