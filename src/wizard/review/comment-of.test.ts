import { array, assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentOf } from './comment-of.ts';

describe('a comment in YAML', () => {
  it('is one line where there is room for it', () => {
    expect(commentOf('It exists already.')).toBe('# It exists already.\n');
  });

  it('goes on in another line rather than beyond 60 characters', () => {
    expect(commentOf(`${'a'.repeat(50)} ${'b'.repeat(7)} ${'c'.repeat(7)}`)).toBe(
      `# ${'a'.repeat(50)} ${'b'.repeat(7)}\n# ${'c'.repeat(7)}\n`,
    );
  });

  it('begins a line with each sentence', () => {
    expect(commentOf('One.', 'Two.')).toBe('# One.\n# Two.\n');
  });

  it('is nothing without a sentence', () => {
    expect(commentOf()).toBe('');
  });

  it('leaves a word whole that is longer than a line', () => {
    expect(commentOf(`In ${'n'.repeat(63)}, too.`)).toBe(`# In\n# ${'n'.repeat(63)},\n# too.\n`);
  });

  it('keeps every word, in lines of 60 characters at most', () => {
    assert(
      property(array(stringMatching(/^[!-~]{1,58}$/), { minLength: 1 }), (words) => {
        const lines = commentOf(words.join(' ')).trimEnd().split('\n');
        expect(lines.flatMap((line) => line.slice('# '.length).split(' '))).toEqual(words);
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
      }),
    );
  });
});
