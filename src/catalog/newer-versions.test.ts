import { describe, expect, it } from 'vitest';
import { offeredVersions } from './newer-versions.ts';

const tags = [
  'latest',
  '1',
  '1.8',
  '1.10',
  '1.8.0',
  '1.8.5',
  '1.10.0',
  '1.9.0-rtx',
  '2.0.0-41',
  '2.0.0-42',
];

const newerThan = (deployed: string | undefined): string[] =>
  offeredVersions(tags, deployed).newer.map(({ tag }) => tag);

describe('the versions that are offered for a deployment', () => {
  it.each([
    ['1.8.0', ['1.10.0', '1.8.5', '2.0.0-42', '2.0.0-41', '1.9.0-rtx']],
    ['1.10.0', ['2.0.0-42', '2.0.0-41']],
    ['2.0.0-41', ['2.0.0-42']],
    ['2.0.0-42', []],
    ['1.8', ['1.10.0', '2.0.0-42', '2.0.0-41', '1.9.0-rtx']],
    ['1', ['2.0.0-42', '2.0.0-41']],
    ['latest', []],
    [undefined, []],
  ])('are newer than %s: %j', (deployed, newer) => {
    expect(newerThan(deployed)).toEqual(newer);
  });

  it('are all there, but for the one that is deployed', () => {
    const { newer, others } = offeredVersions(tags, '1.8.0');
    const all = [...newer, ...others].map(({ tag }) => tag);
    expect(all.toSorted()).toEqual(tags.filter((tag) => tag !== '1.8.0').toSorted());
  });
});
