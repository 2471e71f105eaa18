import { describe, expect, it } from 'vitest';
import type { PullAnswer } from './check-pull.ts';
import { describePull } from './describe-pull.ts';
import { unknownReasons } from './key-verdict.ts';

const wordsFor = (answer: PullAnswer): string => {
  const { title, body } = describePull(answer);
  return `${title}. ${body}`;
};

const undecided: PullAnswer[] = [
  ...unknownReasons.map((reason) => ({ status: 'unknown', reason }) as const),
  { status: 'too-many', until: 0 },
  { status: 'forbidden', message: '' },
  { status: 'signed-out' },
  { status: 'not-asked', message: 'The service answered 502.' },
];

describe('telling a person whether the key may pull an image', () => {
  it('says of a refusal the three things that can be done', () => {
    const words = wordsFor({ status: 'not-entitled' });
    expect(words).toContain('accept its terms');
    expect(words).toContain('ask your NVIDIA organization for the product');
    expect(words).toContain('"NGC Catalog" in its scope');
  });

  it.each([
    ['can-pull', 'success', 'This key can pull this image'],
    ['not-entitled', 'warning', 'This key is not allowed to pull this image'],
    ['no-such-tag', 'warning', 'The registry does not have this version'],
    ['region-restricted', 'warning', 'This model is not available in this region'],
    ['cannot-be-checked', 'info', 'You cannot check whether the key can pull this image'],
  ] as const)('calls %s a %s: %s', (status, severity, title) => {
    expect(describePull({ status })).toMatchObject({ severity, title });
  });

  it.each(undecided)('never calls a permission missing that nobody asked about: %o', (answer) => {
    expect(describePull(answer).title).toBe('Could not tell whether the key can pull this image');
    expect(wordsFor(answer)).not.toMatch(/may not pull|refuse|invalid|accept/i);
  });

  it('says until when to wait, and what for', () => {
    expect(describePull({ status: 'too-many', until: 9_000 })).toMatchObject({
      body: 'There were too many attempts.',
      wait: { until: 9_000, action: 'check again' },
    });
  });

  it('has a sentence of its own for each answer', () => {
    const bodies = undecided.map((answer) => describePull(answer).body);
    expect(new Set(bodies).size).toBe(bodies.length);
  });
});
