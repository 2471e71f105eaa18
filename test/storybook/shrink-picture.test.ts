import { globSync, statSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { shrinkPicture, wasShrunk } from './shrink-picture.ts';

const gradient = (): Buffer => {
  const picture = new PNG({ width: 256, height: 16 });
  picture.data.forEach((_level, index) => {
    picture.data[index] = index % 4 === 3 ? 255 : Math.floor(index / 4) % 256;
  });
  return PNG.sync.write(picture);
};

describe('a picture that is made small', () => {
  it('has fewer bytes, and each colour in at most half a step from where it was', async () => {
    const [before, small] = [gradient(), Buffer.from(await shrinkPicture(gradient()))];
    const after = PNG.sync.read(small).data;
    const away = PNG.sync
      .read(before)
      .data.map((level, index) => Math.abs(level - (after[index] ?? 0)));
    expect(Math.max(...away)).toBeLessThanOrEqual(8);
    expect(small.length).toBeLessThan(before.length);
  });

  it('is known, and so not made coarser each time', async () => {
    expect(wasShrunk(gradient())).toBe(false);
    expect(wasShrunk(await shrinkPicture(gradient()))).toBe(true);
  });
});

const MOST_BYTES = 5e6;
const MADE_ANYWHERE = ['node_modules', 'dist', 'build'];

it('all pictures that are kept with the code, of stories and of pages, are small enough to be', () => {
  const pictures = globSync('**/*.png', { exclude: MADE_ANYWHERE });
  const sizes = pictures.map((picture) => statSync(picture).size);
  expect(pictures).toContain('docs/wizard.png');
  expect(sizes.length).toBeGreaterThan(300);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
});
