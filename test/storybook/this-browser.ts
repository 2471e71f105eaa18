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
  brands: z.array(z.object({ brand: z.string(), version: z.string() })),
});

/**
 * `Chromium 156 on linux (x86)`: each release of a browser draws text in its own way, and so does each
 * platform. What a release is mended by (156.0.8078.114 after .79) draws as it does, tried with all pictures.
 */
export const thisBrowser = async (): Promise<string> => {
  // TypeScript's DOM does not know it: it is Chromium's alone.
  const userAgentData = Reflect.get(navigator, 'userAgentData') as
    { getHighEntropyValues: (names: string[]) => Promise<unknown> } | undefined;
  const { architecture, brands } = brandsSchema.parse(
    await userAgentData?.getHighEntropyValues(['architecture']),
  );
  const release = brands.find(({ brand }) => brand.includes('Chrom'))?.version;
  return `Chromium ${release} on ${server.platform} (${architecture})`;
};
