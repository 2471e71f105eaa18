import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STARTUP_MINUTES_ANNOTATION } from '../../src/bundle/startup-time.ts';
import { nimConfigSchema } from '../../src/config/nim-config.ts';
import { repository } from './manifests/kubectl.ts';
import { written } from './manifests/written.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(repository, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The anchors that GitHub gives a page's headings. */
const anchorsOf = (page: string): string[] =>
  [...written(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const brokenLinks = (page: string): string[] =>
  [...written(page).matchAll(/\]\(([^)]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !link.startsWith('https://'))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? page : join(dirname(page), file);
      return (
        !existsSync(join(repository, target)) ||
        (anchor !== undefined && !anchorsOf(target).includes(anchor))
      );
    });

describe.each(pages)('the page %s', (page) => {
  it('leads to pages that are there', () => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

describe('the page of all settings', () => {
  const settings = written('docs/configuration.md');

  it('has every variable of the service', () => {
    const variables = written('src/verifier/service-config.ts').matchAll(/^ {2}([A-Z_]+):/gm);
    const names = [...variables].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !settings.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every member of nimConfig, and the annotation', () => {
    const names = [...Object.keys(nimConfigSchema.shape), STARTUP_MINUTES_ANNOTATION];
    expect(names.filter((name) => !settings.includes(`\`${name}`))).toEqual([]);
  });
});

describe.each(['docs/install.md', 'docs/air-gap.md', '.github/workflows/catalog.yaml'])(
  'the commands of %s',
  (file) => {
    const text = written(file).replaceAll(/\n {10}(?=--|")/g, ' ');
    const calls = [...text.matchAll(/nim-catalog\.js (\S+)(.*)$/gm)];

    it('call nim-catalog with options that it has', () => {
      expect(calls.length).toBeGreaterThan(0);
      for (const [, command = '', rest = ''] of calls) {
        const help = execFileSync(
          process.execPath,
          [join(repository, 'src/generate/main.ts'), command, '--help'],
          { encoding: 'utf8' },
        );
        const options = rest.match(/(?<= )--[a-z-]+/g) ?? [];
        expect(options.filter((option) => !help.includes(`${option} `))).toEqual([]);
      }
    });
  },
);
