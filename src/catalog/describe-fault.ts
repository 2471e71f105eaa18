import type { ZodError } from 'zod';

const NOT_A_MODEL = 'does not describe a model';

/** What something is not that is of another type than it should be. */
const WRONG_TYPE: Readonly<Record<string, string>> = {
  string: 'is not text',
  array: 'is not a list',
  boolean: 'is neither true nor false',
};

/** Longer values are not shown to their end. */
const SHOWN_CHARACTERS = 60;

/**
 * What is wrong with an entry of the catalog, for who may mend it: with the field and the value that is
 * meant, and nothing of the parser's own words. The first fault alone, as there are seldom two.
 *
 * @param entry what was parsed, which the error's path leads into
 */
export const describeFault = ({ issues: [issue] }: ZodError, entry: unknown): string => {
  const [field, inside] = issue?.path ?? [];
  if (issue === undefined || field === undefined) {
    return NOT_A_MODEL;
  }
  const value = issue.path.reduce<unknown>((at, step) => Object(at)[step], entry);
  if (value === undefined) {
    return `has no "${field}"`;
  }
  const fault =
    issue.code === 'invalid_type' ? (WRONG_TYPE[issue.expected] ?? issue.message) : issue.message;
  const shown = showScalar(value);
  const verb = inside === undefined ? 'is' : 'has';
  return shown === undefined
    ? `"${field}" ${fault}`
    : `"${field}" ${verb} ${shown}, which ${fault}`;
};

/** As JSON writes it; undefined for what is empty, and for lists and objects. */
const showScalar = (value: unknown): string | undefined => {
  if (value === '' || (typeof value === 'object' && value !== null)) {
    return undefined;
  }
  const characters = [...JSON.stringify(value)];
  return characters.length > SHOWN_CHARACTERS
    ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`
    : characters.join('');
};

/** As Chromium and Firefox say where they stopped reading. */
const PLACE = /line (\d+) column (\d+)/;
const TOO_SOON = /\bend of\b/i;

/** Why a text is not valid JSON, with the place as far as the browser says it. */
export const describeNoJson = (text: string, error: unknown): string => {
  if (text.trim() === '') {
    return 'is empty';
  }
  const said = String(error);
  const [, line, column] = PLACE.exec(said) ?? [];
  if (line !== undefined) {
    return `is not valid JSON: see line ${line}, column ${column}`;
  }
  return TOO_SOON.test(said) ? 'is not valid JSON: it ends too soon' : 'is not valid JSON';
};
