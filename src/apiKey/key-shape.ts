/** What reading a pasted key can come to. */
export type KeyReading =
  | { status: 'ok'; key: string; hint?: string }
  | { status: 'refused'; reason: 'empty' | 'characters' | 'not-personal'; message: string };

const PREFIX = 'nvapi-';
const EXPECTED_LENGTH = 70;
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** Where a person creates a personal key. */
export const PERSONAL_KEY_PAGE = 'https://org.ngc.nvidia.com/setup/personal-keys';

/**
 * Reads what a person typed or pasted as an NVIDIA API key, before anything is sent anywhere.
 *
 * The prefix is a rule: keys without it are legacy keys, which NVIDIA's key endpoint does not know.
 * The length (70 characters, as secret scanners expect it) is only a hint.
 */
export const readKey = (text: string): KeyReading => {
  const key = text.trim();
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
  return key.length === EXPECTED_LENGTH
    ? { status: 'ok', key }
    : {
        status: 'ok',
        key,
        hint: `Personal keys usually have ${EXPECTED_LENGTH} characters; this one has ${key.length}.`,
      };
};

/** The last four characters: all of a key that is ever shown. */
export const lastFour = (key: string): string => key.slice(-4);
