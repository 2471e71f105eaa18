import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

describe('a text of NVIDIA as plain text', () => {
  it.each([
    ['as it is', 'A model, 8B (v1.5) & more.', 'A model, 8B (v1.5) & more.'],
    ['without tags', '<p>A <b class="x">fast</b>   model.</p>', 'A fast model.'],
    ['without scripts', 'A<script>alert("<b>")</script> model', 'A model'],
    ['without comments', 'A <!-- secret --> model', 'A model'],
    ['without encoded tags', '&lt;img src=x onerror=y&gt;A model', 'A model'],
    ['with a comparison', 'size < 3 and b > 2', 'size < 3 and b > 2'],
    [
      'without Markdown',
      '## A **bold** `code` ![image](x) [link](http://y)',
      'A bold code image link',
    ],
    ['on one line', 'one\n\ttwo\r\nthree\u2028four', 'one two three four'],
    ['without control characters', 'a\u0000b\u001b[0m\u202ec\u200bd', 'a b [0m c d'],
    ['well formed', 'a\ud800b', 'a\ufffdb'],
  ])('is %s', (_what, given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it('is cut when it is too long', () => {
    const text = cleanText('word '.repeat(1000));
    expect(text).toHaveLength(1000);
    expect(text.endsWith('…')).toBe(true);
  });

  it('never has control characters or a script, and is at most 1,000 characters long', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>', '</script>', '<', '>', '<!--', '&lt;', '\u0000', '[', '](', '**'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = cleanText(pieces.join(''));
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(text).toBe(text.trim());
        expect(text.length).toBeLessThanOrEqual(1000);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['<', '<script>', '[', '**a', '<!--'])('takes no time for a million of %s', (piece) => {
    const before = performance.now();
    cleanText(piece.repeat(1_000_000));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
