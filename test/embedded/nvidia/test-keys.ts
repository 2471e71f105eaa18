/** What the NVIDIA stand-in does when it is asked about a key. */
export type StandInAnswer =
  /** NVIDIA knows the key: 200 with what it knows of its owner. */
  | { kind: 'known'; type: 'PERSONAL_KEY' | 'SERVICE_KEY' }
  /** A plain HTTP error. */
  | { kind: 'error'; status: 401 | 403 | 429 | 500 }
  /** The right answer, too late. */
  | { kind: 'slow' }
  /** 200 with a page instead of JSON, as a proxy's sign-in page would be. */
  | { kind: 'html' }
  /** 200 whose JSON ends in the middle. */
  | { kind: 'truncated' }
  /** 302 to the address of another host. */
  | { kind: 'redirect' }
  /** The connection is closed without an answer. */
  | { kind: 'dropped' };

/** A key made for tests: NVIDIA never issued it. */
export interface TestKey {
  name: string;
  key: string;
  answer: StandInAnswer;
  /** False for a key that NVIDIA knows but refuses every image. */
  pulls?: false;
  /** What a person is to see, for the table in the documentation. */
  meaning: string;
}

/** A key of the real shape, `nvapi-` and 64 characters, in which its name can be read. */
const keyNamed = (name: string, lastFour: string): string =>
  `nvapi-${`TestKey_${name}-`.padEnd(60, '0123456789')}${lastFour}`;

/** Every test key, by its name. Any other key that begins with `nvapi-` is unknown: 401. */
export const testKeys = {
  valid: {
    name: 'valid',
    key: keyNamed('valid', 'a1b2'),
    answer: { kind: 'known', type: 'PERSONAL_KEY' },
    meaning: 'A personal key that NVIDIA knows: verified.',
  },
  otherValid: {
    name: 'otherValid',
    key: keyNamed('otherValid', 'c3d4'),
    answer: { kind: 'known', type: 'PERSONAL_KEY' },
    meaning: 'A second personal key, to replace the first with.',
  },
  service: {
    name: 'service',
    key: keyNamed('service', 'e5f6'),
    answer: { kind: 'known', type: 'SERVICE_KEY' },
    meaning: 'A service key (no user behind it): verified.',
  },
  notEntitled: {
    name: 'notEntitled',
    key: keyNamed('notEntitled', 'd7e8'),
    answer: { kind: 'known', type: 'PERSONAL_KEY' },
    pulls: false,
    meaning: 'A personal key that NVIDIA knows, and refuses every image: verified, but no pull.',
  },
  revoked: {
    name: 'revoked',
    key: keyNamed('revoked', 'g7h8'),
    answer: { kind: 'error', status: 401 },
    meaning: 'NVIDIA answers 401: rejected.',
  },
  forbidden: {
    name: 'forbidden',
    key: keyNamed('forbidden', 'j9k0'),
    answer: { kind: 'error', status: 403 },
    meaning: 'NVIDIA answers 403: rejected.',
  },
  rateLimited: {
    name: 'rateLimited',
    key: keyNamed('rateLimited', 'm1n2'),
    answer: { kind: 'error', status: 429 },
    meaning: 'NVIDIA answers 429: could not tell.',
  },
  serverError: {
    name: 'serverError',
    key: keyNamed('serverError', 'p3q4'),
    answer: { kind: 'error', status: 500 },
    meaning: 'NVIDIA answers 500: could not tell.',
  },
  slow: {
    name: 'slow',
    key: keyNamed('slow', 'r5s6'),
    answer: { kind: 'slow' },
    meaning: 'NVIDIA answers after 15 seconds, later than anybody waits: could not tell.',
  },
  html: {
    name: 'html',
    key: keyNamed('html', 't7u8'),
    answer: { kind: 'html' },
    meaning: 'A page comes back instead of an answer: could not tell.',
  },
  truncated: {
    name: 'truncated',
    key: keyNamed('truncated', 'v9w0'),
    answer: { kind: 'truncated' },
    meaning: 'The answer ends in the middle: could not tell.',
  },
  redirected: {
    name: 'redirected',
    key: keyNamed('redirected', 'x1y2'),
    answer: { kind: 'redirect' },
    meaning: 'The answer points to another address, which is not followed: could not tell.',
  },
  dropped: {
    name: 'dropped',
    key: keyNamed('dropped', 'z3a4'),
    answer: { kind: 'dropped' },
    meaning: 'The connection is closed without an answer: could not tell.',
  },
} as const satisfies Record<string, TestKey>;

/** A well-formed key that is in no table: what a mistyped key is to NVIDIA. */
export const unknownKey: string = keyNamed('unknown', 'b5c6');
