import { displayNameOf } from '../../bundle/display-name.ts';
import type { TokenChoice } from '../../bundle/deployment-choices.ts';
import type { Secret } from '../../cluster/kubernetes.ts';
import { listQuoted } from './list-quoted.ts';
import { type Problem, stops } from './problem.ts';

/**
 * Whether each token has a name of its own. The host makes it of what a person calls the token, and drops
 * what no name may hold: "CI" and "ci", or "a b" and "a-b", would be one Secret, and one token.
 */
export const checkTokens = (tokens: readonly TokenChoice[]): Problem[] =>
  [...new Set(tokens.map(({ name }) => name))]
    .map((name) => ({ name, same: tokens.filter((token) => token.name === name) }))
    .filter(({ same }) => same.length > 1)
    .map(({ name, same }) =>
      stops(
        'tokens',
        `The tokens ${listQuoted(same.map(({ displayName }) => displayName))} get the same name`,
        `Each token has a secret that is named after it, and these would be one: "${name}". Give all but one of them another name.`,
      ),
    );

/** The tokens of a bundle, by the names of their Secrets. */
export const tokensOf = (secrets: readonly Secret[]): TokenChoice[] =>
  secrets.map(({ metadata }) => ({ name: metadata.name, displayName: displayNameOf(metadata) }));
