import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledCopies } from './bundled-copies.ts';

const require = createRequire(import.meta.url);
const source = (packageName: string, file: string): string =>
  readFileSync(join(dirname(require.resolve(`${packageName}/package.json`)), file), 'utf8');

describe('bundledCopies', () => {
  it.each([
    ['react', 'cjs/react.production.min.js', ['bundles-react']],
    ['react', 'cjs/react.development.js', ['bundles-react']],
    ['react', 'umd/react.production.min.js', ['bundles-react']],
    ['react-dom', 'cjs/react-dom.production.min.js', ['bundles-react-dom']],
    ['@patternfly/react-core', 'dist/esm/helpers/OUIA/ouia.js', ['bundles-patternfly']],
  ])('knows %s by %s', (packageName, file, found) => {
    expect(bundledCopies(source(packageName, file))).toEqual(found);
  });

  it.each([
    ['react', 'cjs/react-jsx-runtime.production.min.js'],
    ['@patternfly/react-core', 'dist/esm/components/Button/Button.js'],
    ['@tanstack/react-query', 'build/modern/useBaseQuery.js'],
  ])('lets pass what only uses them: %s %s', (packageName, file) => {
    expect(bundledCopies(source(packageName, file))).toEqual([]);
  });
});
