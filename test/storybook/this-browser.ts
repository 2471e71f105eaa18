import { commands, server } from 'vitest/browser';
import { z } from 'zod';

/** The browser that has made the accepted pictures: `thisBrowser` of then. */
export const MADE_WITH = 'test/storybook/pictures/made-with.txt';

/** Whether the pictures that differ are taken as the accepted ones. */
export const isAccepting = server.config.snapshotOptions.updateSnapshot === 'all';

export const readMadeWith = async (): Promise<string> =>
  (await commands.readFile(MADE_WITH)).trim();

const brandsSchema = z.object({
  architecture: z.string(),
  fullVersionList: z.array(z.object({ brand: z.string(), version: z.string() })),
});

/**
 * `Chromium 140.0.7339.127 on linux (x86)`: each version of a browser draws text in its own way, and so
 * does each platform.
 */
export const thisBrowser = async (): Promise<string> => {
  // TypeScript's DOM does not know it: it is Chromium's alone.
  const brands = Reflect.get(navigator, 'userAgentData') as
    { getHighEntropyValues: (names: string[]) => Promise<unknown> } | undefined;
  const { architecture, fullVersionList } = brandsSchema.parse(
    await brands?.getHighEntropyValues(['fullVersionList', 'architecture']),
  );
  const version = fullVersionList.find(({ brand }) => brand.includes('Chrom'))?.version;
  return `Chromium ${version} on ${server.platform} (${architecture})`;
};
