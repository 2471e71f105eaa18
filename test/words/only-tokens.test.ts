import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const COLOR = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl|oklch)a?\(/gi;
const LENGTH = /(?<=['"`( ])\d*\.?\d+(?:px|rem|em|vh|vw|ch)\b/g;

const looksIn = (source: string): string[] => [
  ...(source.match(COLOR) ?? []),
  ...(source.match(LENGTH) ?? []),
];

/** What no token of PatternFly says: how wide the host's own cards are, and how high what comes will be. */
const ALLOWED = /\/settings-card\.tsx$|placeholder\.tsx$|\/model-list\.tsx$/;

describe('a color or a length that a token of PatternFly has', () => {
  it.each(["'#fff'", "'1px solid #c9190b'", "'rgba(0, 0, 0, 0.5)'", '<div style="1.5rem">'])(
    'is found in %s',
    (source) => {
      expect(looksIn(source)).not.toEqual([]);
    },
  );

  it.each(["'var(--pf-t--global--spacer--md)'", "'calc(-1*var(--width))'", "'#/projects'", '1px'])(
    'is not in %s',
    (source) => {
      expect(looksIn(source)).toEqual([]);
    },
  );
});

const sources = globSync('src/{wizard,settings,dashboard}/**/*.tsx').filter(
  (path) => !path.includes('.test.'),
);

describe('how the plugin looks', () => {
  it('is written in PatternFly’s tokens', () => {
    const found = sources
      .filter((path) => !ALLOWED.test(path))
      .flatMap((path) => looksIn(readFileSync(path, 'utf8')).map((look) => `${path}: ${look}`));
    expect(sources.length).toBeGreaterThan(60);
    expect(found).toEqual([]);
  });
});
