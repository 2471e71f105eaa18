/** What reading a pasted key can come to. */
export type KeyReading =
  | { status: 'ok'; key: string; hint?: string }
  | { status: 'refused'; reason: 'empty' | 'characters' | 'not-personal'; message: string };

const PREFIX = 'nvapi-';
const EXPECTED_LENGTH = 70;
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** What a paste brings along: white space, also of no width, and the quotes of a script or a page. */
const SPACE = /[\s\u200B-\u200D\u2060]/;
const QUOTE = /["'`\u2018-\u201F\u00AB\u00BB]/;

/** A line of a shell or of a file of variables: `export NGC_API_KEY=nvapi-…` */
const ASSIGNMENT = /^\s*(?:export\s+)?\w+\s*=(?=\s*["']?nvapi-)/;

/** Where a person creates a personal key. */
export const PERSONAL_KEY_PAGE = 'https://org.ngc.nvidia.com/setup/personal-keys';

/**
 * Reads what a person typed or pasted as an NVIDIA API key, before anything is sent anywhere.
 *
 * The prefix is a rule: keys without it are legacy keys, which NVIDIA's key endpoint does not know.
 * The length (70 characters, as secret scanners expect it) is only a hint. Spaces and quotes around
 * the key, and the name of a variable before it, are left out, and the hint says so.
 */
export const readKey = (text: string): KeyReading => {
  const value = text.replace(ASSIGNMENT, '');
  const { key, leftOut } = unwrap(value);
  if (key === '') {
    return { status: 'refused', reason: 'empty', message: 'Enter your NVIDIA API key.' };
  }
  if (!VISIBLE_ASCII.test(key)) {
    return {
      status: 'refused',
      reason: 'characters',
      message: 'A key has no spaces, line breaks or special characters. Copy it again.',
    };
  }
  if (!key.startsWith(PREFIX) || key.length === PREFIX.length) {
    return {
      status: 'refused',
      reason: 'not-personal',
      message:
        'This is not a personal key. Personal keys begin with "nvapi-"; legacy NGC keys are no longer supported.',
    };
  }
  const hints = [
    ...(value === text ? [] : ['The name of the variable was left out.']),
    ...(leftOut === undefined ? [] : [`${leftOut} around the key were left out.`]),
    ...(key.length === EXPECTED_LENGTH
      ? []
      : [`Personal keys usually have ${EXPECTED_LENGTH} characters; this one has ${key.length}.`]),
  ];
  return { status: 'ok', key, ...(hints.length === 0 ? {} : { hint: hints.join(' ') }) };
};

const unwrap = (text: string): { key: string; leftOut: string | undefined } => {
  const characters = [...text];
  const isInside = (character: string): boolean => !SPACE.test(character) && !QUOTE.test(character);
  const from = characters.findIndex(isInside);
  const to = characters.findLastIndex(isInside);
  if (from === -1) {
    return { key: '', leftOut: undefined };
  }
  const around = [...characters.slice(0, from), ...characters.slice(to + 1)].join('');
  const kinds = [SPACE.test(around) ? 'spaces' : '', QUOTE.test(around) ? 'quotes' : ''];
  const named = kinds.filter((kind) => kind !== '').join(' and ');
  return {
    key: characters.slice(from, to + 1).join(''),
    leftOut: named === '' ? undefined : named.charAt(0).toUpperCase() + named.slice(1),
  };
};

/** The last four characters: all of a key that is ever shown. */
export const lastFour = (key: string): string => key.slice(-4);
