import { describe, expect, it } from 'vitest';
import { describeStoredAnswer } from './describe-stored-answer.ts';

describe('telling a person what became of verifying a stored key', () => {
  it.each([
    ['project', 'Replace the key.'],
    ['older', "Replace it where the dashboard's older integration took it from."],
  ] as const)('says of a rejected one of the %s what to do', (source, next) => {
    const { title, body } = describeStoredAnswer({ status: 'rejected' }, source);
    expect(title).toBe('NVIDIA rejected this key');
    expect(body).toContain(`no deployment can start with it. ${next}`);
  });

  it.each([
    ['unreachable', 'The service that asks NVIDIA had no connection.'],
    ['timeout', 'NVIDIA did not answer in time.'],
    ['rate-limited', 'NVIDIA has too many requests at the moment.'],
    ['server-error', 'NVIDIA answered with an error of its own.'],
    ['unexpected-answer', "NVIDIA's answer could not be understood."],
  ] as const)('says why nobody could tell, and blames no key: %s', (reason, why) => {
    const { severity, body } = describeStoredAnswer({ status: 'unknown', reason }, 'project');
    expect(severity).toBe('warning');
    expect(body).toBe(
      `${why} This says nothing about the key, and nothing was changed. Try again.`,
    );
  });

  it('says that the key has gone meanwhile', () => {
    const answer = { status: 'unknown', reason: 'no-stored-key' } as const;
    expect(describeStoredAnswer(answer, 'project').body).toBe(
      'Its Secret is gone, or holds no personal key. Replace the key.',
    );
  });

  it('does not speak of adding a key to somebody who wanted to verify one', () => {
    const answer = { status: 'forbidden', message: '' } as const;
    expect(describeStoredAnswer(answer, 'project').title).toBe(
      "You may not verify this project's key",
    );
  });

  it('says who can verify a key that this person may not read', () => {
    expect(describeStoredAnswer({ status: 'cannot-be-checked' }, 'older').title).toBe(
      "You cannot verify the project's key",
    );
  });
});
