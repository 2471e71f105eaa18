import { describe, expect, it } from 'vitest';
import { configMap, get } from '../requests.ts';
import type { Installation } from './installation.ts';
import { pageCommands } from './page-commands.ts';

export const catalog = '/api/v1/namespaces/opendatahub/configmaps/nim-models-data';

/**
 * The page's commands, for a catalog of ours instead of the one in the repository.
 *
 * @param skipped how many of the commands are left out at the beginning
 */
const swapTo = (newCatalog: unknown, skipped = 0): string => {
  const [commands = ''] = pageCommands('docs/install.md', 'upgrade');
  const ours = commands
    .replaceAll('manifests/base/nim-models-data.yaml', '"$HOME/new.json"')
    .replaceAll('previous-catalog.json', '"$HOME/previous-catalog.json"')
    .replaceAll('dist/cli/nim-catalog.js', 'src/generate/main.ts');
  return [
    `cat >"$HOME/new.json" <<'END'\n${JSON.stringify(newCatalog)}\nEND`,
    ...ours.split('\n').slice(skipped),
  ].join('\n');
};

const model = {
  name: 'brand-new',
  displayName: 'Brand new',
  shortDescription: 'A model of the next release.',
  namespace: 'nim/nvidia',
  tags: ['1.0.0'],
  latestTag: '1.0.0',
  updatedDate: '2026-10-01T00:00:00Z',
  euRestricted: false,
};
const dataUnder = (key: string) => ({ [key]: JSON.stringify(model) });
const oneModel = (key: string) =>
  configMap('nim-models-data', { immutable: true, data: dataUnder(key) });

/** Declares tests of the page's procedure for a new catalog, on a cluster where it is installed. */
export const catalogSwap = (installation: () => Installation): void => {
  describe('a new catalog', () => {
    it('takes the place of the old one, and in between there is none for less than 5 seconds', async () => {
      const stop = new AbortController();
      const answers: { code: number; at: number }[] = [];
      const watching = (async () => {
        while (!stop.signal.aborted) {
          const { code } = await installation().ask('vic', get(catalog));
          answers.push({ code, at: performance.now() });
        }
      })();
      await installation().run(swapTo(oneModel('brand-new')));
      stop.abort();
      await watching;
      const missing = answers.filter(({ code }) => code !== 200);
      const [first] = missing;
      expect(new Set(missing.map(({ code }) => code))).toEqual(new Set([404]));
      expect((missing.at(-1)?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(5000);
      const { body } = await installation().ask('vic', get(catalog));
      expect(body).toMatchObject({ immutable: true, data: dataUnder('brand-new') });
    });

    it('is not even tried when it fails its check', async () => {
      const swap = installation().run(swapTo(oneModel('no key')));
      await expect(swap).rejects.toThrow(/no key/);
    });

    it('gives way to the old one when the API server refuses it', async () => {
      const old = await installation().ask('vic', get(catalog));
      await installation().run(swapTo(oneModel('no key'), 1));
      expect((await installation().ask('vic', get(catalog))).body['data']).toEqual(
        old.body['data'],
      );
    });
  });
};
