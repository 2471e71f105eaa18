import { describe, expect, it } from 'vitest';
import { canContinue, describeAnswer } from './describe-answer.ts';
import { unknownReasons } from './key-verdict.ts';
import type { KeyAnswer } from './verify-key.ts';

const wordsFor = (answer: Parameters<typeof describeAnswer>[0]): string => {
  const { title, body } = describeAnswer(answer);
  return `${title}. ${body}`;
};

describe('telling a person what became of a key', () => {
  it('says of a rejected key what may be wrong, and what to do', () => {
    expect(describeAnswer({ status: 'rejected' })).toEqual({
      severity: 'danger',
      title: 'NVIDIA rejected this key',
      body: 'It may be mistyped, expired or revoked. Check it, or create a new personal key.',
    });
  });

  it.each([
    [
      'unreachable',
      'NVIDIA could not be reached',
      'The service that asks NVIDIA had no connection.',
    ],
    ['timeout', 'NVIDIA could not be reached', 'NVIDIA did not answer in time.'],
    [
      'rate-limited',
      'NVIDIA could not check the key',
      'NVIDIA has too many requests at the moment.',
    ],
    ['server-error', 'NVIDIA could not check the key', 'NVIDIA answered with an error of its own.'],
    [
      'unexpected-answer',
      'NVIDIA could not check the key',
      "NVIDIA's answer could not be understood.",
    ],
  ] as const)(
    'says when nobody could tell (%s) that the key is not judged',
    (reason, title, why) => {
      expect(describeAnswer({ status: 'unknown', reason })).toEqual({
        severity: 'warning',
        title,
        body: `${why} This says nothing about your key. Try again.`,
      });
    },
  );

  it('says of a stored key that a person may not read who can verify it', () => {
    expect(describeAnswer({ status: 'cannot-be-checked' })).toEqual({
      severity: 'info',
      title: "You cannot verify the project's key",
      body: 'You may not read it, so NVIDIA was not asked. An administrator of the project can verify it.',
    });
  });

  it('says of a project without a key to enter one, and does not speak of NVIDIA', () => {
    const answer = { status: 'unknown', reason: 'no-stored-key' } as const;
    expect(describeAnswer(answer)).toEqual({
      severity: 'warning',
      title: 'The project has no key that can be used',
      body: 'Its Secret is missing, or holds no personal key. Enter a key.',
    });
  });

  it.each([
    { status: 'cannot-be-checked' } as const,
    ...unknownReasons.map((reason) => ({ status: 'unknown', reason }) as const),
    { status: 'too-many', until: 0 } as const,
    { status: 'forbidden', message: '' } as const,
    { status: 'signed-out' } as const,
    { status: 'not-asked', message: '' } as const,
  ])('never calls a key invalid that was not rejected: %o', (answer) => {
    expect(wordsFor(answer)).not.toMatch(/invalid|reject|expired|revoked|wrong|mistyped/i);
  });

  it('says until when to wait, and what for', () => {
    expect(describeAnswer({ status: 'too-many', until: 42_000 })).toMatchObject({
      title: 'Too many attempts',
      wait: { until: 42_000, action: 'try again' },
    });
  });

  it('says which permission is missing, and who can help', () => {
    expect(wordsFor({ status: 'forbidden', message: 'no' })).toBe(
      'You cannot add a key to this project. You need permission to create Secrets in this project. Ask an administrator of the project for it, or to add the key.',
    );
  });

  it('says to sign in again', () => {
    expect(wordsFor({ status: 'signed-out' })).toBe(
      'Your session has ended. Sign in to the dashboard again, then verify the key.',
    );
  });

  it("passes the service's own words on", () => {
    expect(describeAnswer({ status: 'not-asked', message: 'The service answered 502.' })).toEqual({
      severity: 'warning',
      title: 'The key could not be verified',
      body: "The service answered 502. Try again, or ask an administrator to check the plugin's service.",
    });
  });
});

describe('going on without a verdict', () => {
  it.each<[KeyAnswer, boolean]>([
    [{ status: 'unknown', reason: 'timeout' }, true],
    [{ status: 'not-asked', message: 'The service is away.' }, true],
    [{ status: 'rejected' }, false],
    // A wait is short, and nobody has been asked about this key.
    [{ status: 'too-many', until: 0 }, false],
  ])('after %o: %s', (answer, isPossible) => {
    expect(canContinue(answer)).toBe(isPossible);
  });
});
