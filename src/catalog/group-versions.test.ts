import { describe, expect, it } from 'vitest';
import { filterGroups, groupAround, groupVersions, isMany } from './group-versions.ts';

const tags = ['latest', '1.9.0', '1', '1.10.0', '1.10.0-RTX', '1.10'];

const shown = (groups: ReturnType<typeof groupVersions>) =>
  groups.map(({ label, versions }) => [label, versions.map(({ tag }) => tag)]);

const manyTags = (count: number): string[] =>
  Array.from({ length: count }, (_, minor) => `1.${minor}.0`);

describe('the versions of a model', () => {
  it('are offered newest first, with what moves in a group of its own', () => {
    expect(shown(groupVersions(tags))).toEqual([
      ['Versions', ['1.10.0', '1.9.0']],
      ['Special builds', ['1.10.0-RTX']],
      ['Tags that move', ['1.10', '1', 'latest']],
    ]);
  });

  it('have no group without any', () => {
    expect(shown(groupVersions(['1.0.0']))).toEqual([['Versions', ['1.0.0']]]);
  });

  it('begin with the newer ones for a deployment', () => {
    expect(shown(groupAround(['1.9.0', '1.10.0', 'latest', '1.8.0', '1'], '1.9.0'))).toEqual([
      ['Newer versions', ['1.10.0']],
      ['As deployed', ['1.9.0']],
      ['Other versions', ['1.8.0']],
      ['Tags that move', ['1', 'latest']],
    ]);
  });

  it('have a place for an image without a tag', () => {
    expect(shown(groupAround(['1.9.0'], undefined))).toEqual([
      ['As deployed', ['']],
      ['Other versions', ['1.9.0']],
    ]);
  });

  it('are narrowed down to what has a text, beside the chosen one', () => {
    expect(shown(filterGroups(groupVersions(tags), ' rtx', '1.9.0'))).toEqual([
      ['Versions', ['1.9.0']],
      ['Special builds', ['1.10.0-RTX']],
    ]);
  });

  it('are many when there are more than ten', () => {
    expect([isMany(manyTags(10)), isMany(manyTags(11))]).toEqual([false, true]);
  });
});
