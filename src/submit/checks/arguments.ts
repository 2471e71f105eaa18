import { type Problem, warns } from './problem.ts';

/** Whether the deployment's own arguments repeat some of its runtime. */
export const checkArguments = (
  given: readonly string[],
  ofRuntime: readonly string[],
): Problem[] => {
  const flags = new Set(ofRuntime.flatMap(flagIn));
  return [...new Set(given.flatMap(flagIn))]
    .filter((flag) => flags.has(flag))
    .map((flag) =>
      warns(
        'arguments',
        `The argument ${flag} is set by the serving runtime already`,
        'It is not certain which of them counts. Remove it, unless you mean to replace it.',
      ),
    );
};

/** `--name` of `--name`, `--name=value` and `--name value`. */
const flagIn = (argument: string): string[] => {
  const [, flag] = /^\s*(--?[A-Za-z][^\s=]*)/.exec(argument) ?? [];
  return flag === undefined ? [] : [flag];
};
