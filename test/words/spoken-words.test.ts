import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSpoken } from './find-spoken.ts';

const textsIn = (source: string): string[] =>
  findSpoken('screen.tsx', source).map(({ text }) => text);

describe('words that a screen says itself', () => {
  it.each([
    ['an element', 'const x = <p>Copied</p>;', 'Copied'],
    ['an expression in an element', "const x = <p>{isOver ? 'done' : words.no}</p>;", 'done'],
    ['an attribute', 'const x = <Badge screenReaderText="chosen" />;', 'chosen'],
    ['an attribute for screen readers', 'const x = <a aria-label="More" />;', 'More'],
    ['an expression in an attribute', "const x = <A title={a === 'b' ? 'c' : d} />;", 'c'],
    ['a property', "const x = { label: 'cancel' };", 'cancel'],
    ['a sentence anywhere', "return_(() => 'Enter it again.');", 'Enter it again.'],
    ['a number of things', 'const x = `${count} models`;', '… models'],
    ['a capitalized word', "const x = { copied: 'Copied' };", 'Copied'],
  ])('are found in %s', (_where, source, text) => {
    expect(textsIn(source)).toEqual([text]);
  });

  it.each([
    ['words that are taken from their module', 'const x = <A title={words.title}>{words.b}</A>;'],
    ['classes', 'const x = <A className="pf-v6-u-mt-md pf-v6-u-mb-xs" />;'],
    ['what components call their variants', 'const x = <A variant="plain" md="2Col" />;'],
    ['a comparison', "const x = <A title={kind === 'stored' ? words.a : words.b} />;"],
    ['a space', "const x = <p>{words.a}{' '}{words.b}</p>;"],
    ['kinds of Kubernetes', "list('v1', 'Secret');"],
    ['what is made of other texts', 'const x = <A key={`${field} ${title}`} id={`${id}-help`} />;'],
    ['a bug', "throw new Error('That cannot be.');"],
    ['what a developer is told', "warn('the package is there twice');"],
    ['what the console gets', 'console.error(`nimWizard: ${message}`);'],
    ['types', "type A = 'Some words' | `${B} and so on`;"],
  ])('are not %s', (_what, source) => {
    expect(textsIn(source)).toEqual([]);
  });
});

const sources = globSync('src/{wizard,settings,dashboard}/**/*.{ts,tsx}').filter(
  (path) => !/\.(test|factory)\.tsx?$/.test(path),
);

describe('what a person reads or hears', () => {
  it.each(sources)('is not written in %s', (path) => {
    expect(findSpoken(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});
