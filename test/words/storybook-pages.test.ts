import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'stories/docs';
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.mdx'));

describe("Storybook's own pages", () => {
  it.each(pages)('have no table, which MDX shows as a line of bars: %s', (name) => {
    expect(readFileSync(join(FOLDER, name), 'utf8')).not.toMatch(/^\s*\|/m);
  });

  it('are four', () => {
    expect(pages).toHaveLength(4);
  });
});
