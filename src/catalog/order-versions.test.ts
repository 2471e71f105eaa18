import { describe, expect, it } from 'vitest';
import { shippedCatalogData } from './catalog-model.factory.ts';
import { orderVersions, recommendedVersion, versionKind } from './order-versions.ts';
import { parseCatalog } from './parse-catalog.ts';
import { randomFrom, shuffled } from './random.factory.ts';

const ordered = (...tags: string[]): string[] => orderVersions(tags).map(({ tag }) => tag);

describe('the order of versions', () => {
  it('has 1.10.0 before 1.9.0: parts are numbers, not text', () => {
    expect(ordered('1.9.0', '1.10.0')).toEqual(['1.10.0', '1.9.0']);
  });

  it('has a full version with more parts before the one it extends', () => {
    expect(ordered('1.2.3', '1.2.3.1')).toEqual(['1.2.3.1', '1.2.3']);
  });

  it('has versions with a v, and releases that are named by their month, among the others', () => {
    expect(ordered('v1.9.0', '1.10.0', 'latest', '2025.01', '2024.12', 'v1.10.1')).toEqual([
      '2025.01',
      '2024.12',
      'v1.10.1',
      '1.10.0',
      'v1.9.0',
      'latest',
    ]);
  });

  it('has suffixed builds after all plain ones, the newest first', () => {
    expect(ordered('2.0.0-rtx', '1.0.0', '2.1.0-rtx')).toEqual(['1.0.0', '2.1.0-rtx', '2.0.0-rtx']);
  });

  it('has the newer of two builds of one version first, each before its variants', () => {
    expect(
      ordered('1.14.0-pb5.3-stig-fips-x86-64', '1.14.0-pb5.2', '1.14.0-pb5.10', '1.14.0-pb5.3'),
    ).toEqual(['1.14.0-pb5.10', '1.14.0-pb5.3', '1.14.0-pb5.3-stig-fips-x86-64', '1.14.0-pb5.2']);
  });

  it('has the tags that move last', () => {
    expect(ordered('latest', '1', '1.0.0-rtx', '1.0', '1.0.0')).toEqual([
      '1.0.0',
      '1.0.0-rtx',
      '1.0',
      '1',
      'latest',
    ]);
  });

  it('lists a tag once', () => {
    expect(ordered('1.0.0', '1.0.0')).toEqual(['1.0.0']);
  });

  it('leaves tags that differ only in writing apart', () => {
    expect(ordered('1.8.0-RTX', '1.8.0-rtx', '1.08.0')).toHaveLength(3);
  });

  it('does not change the list that it is given', () => {
    const tags = Object.freeze(['1.0.0', '2.0.0']);
    expect(orderVersions(tags)).toHaveLength(2);
  });
});

describe('what a tag is', () => {
  it.each(['1.15.5', '0.0.1', '1.2.3.4', '10.20.30', 'v1.2.3', '2025.01', '2025.12', '2025.01.31'])(
    '%s names one build',
    (tag) => {
      expect(versionKind(tag)).toBe('full');
    },
  );

  it.each([
    '1.8.0-RTX',
    '1.14.0-pb5.3-stig-fips-x86-64',
    '2.1.0-41313772',
    '1.5.0-variant',
    'v1.8.0-rtx',
    '2025.01-rtx',
  ])('%s is a variant of a build', (tag) => {
    expect(versionKind(tag)).toBe('suffixed');
  });

  it.each(['latest', '1', '1.8', '1.15', '1.5-variant', 'rtx-latest', '1.2.x', '-1.2.3'])(
    '%s moves, or may move',
    (tag) => {
      expect(versionKind(tag)).toBe('moving');
    },
  );

  it.each(['v1', 'v1.8', 'vv1.2.3', 'v', '2025', '2025.1', '2025.13', '2025.00', '25.01', '1.01'])(
    '%s is neither a full version nor surely the release of a month',
    (tag) => {
      expect(versionKind(tag)).toBe('moving');
    },
  );
});

describe('the recommended version', () => {
  it('is the newest plain full one, whatever NVIDIA calls the latest', () => {
    const tags = ['latest', '1.9.0', '1.10.0', '1.11.0-rtx', '2'];
    expect(recommendedVersion({ tags, latestTag: 'latest' })).toBe('1.10.0');
  });

  it('is what NVIDIA calls the latest when no full one is listed', () => {
    const tags = ['2.0.0-rtx', '1.0.0-rtx', 'latest'];
    expect(recommendedVersion({ tags, latestTag: '1.0.0-rtx' })).toBe('1.0.0-rtx');
  });

  it.each([
    ['DeepSeek-V3.1-Terminus', ['1.5.0-variant', '1.5-variant', 'latest'], 'latest'],
    ['GLM-5', ['1.7.0-variant', '1.7-variant', 'latest'], '1.7-variant'],
  ])('of %s is a build, not the tag that moves', (_model, tags, latestTag) => {
    expect(recommendedVersion({ tags, latestTag })).toBe(tags[0]);
  });

  it.each([
    ['1.7-variant', '1.7.10-variant'],
    ['1.7', '1.7.11-rtx'],
    ['1', '1.8.0-rtx'],
    ['latest', '2.0.0-variant'],
    ['rtx-latest', '1.8.0-rtx'],
    ['3-variant', '2.0.0-variant'],
  ])('for %s, which moves, is the newest build that it may stand for', (latestTag, build) => {
    const builds = ['1.7.9-variant', '1.7.10-variant', '1.7.11-rtx', '1.8.0-rtx', '2.0.0-variant'];
    expect(recommendedVersion({ tags: [latestTag, ...builds], latestTag })).toBe(build);
  });

  it('moves where everything does', () => {
    expect(recommendedVersion({ tags: ['1', 'latest', '1.7'], latestTag: '1.7' })).toBe('1.7');
  });

  it('is the first in order when NVIDIA names none either', () => {
    expect(recommendedVersion({ tags: ['latest', '1.0.0-rtx'] })).toBe('1.0.0-rtx');
  });

  it('is never a tag that the catalog does not list', () => {
    expect(recommendedVersion({ tags: ['1.0', '1'], latestTag: '1.0.3' })).toBe('1.0');
  });

  it('is the release of the newest month where releases are named by months', () => {
    const tags = ['latest', '2024.12', '2025.01'];
    expect(recommendedVersion({ tags, latestTag: 'latest' })).toBe('2025.01');
  });

  it('is a version with a v where a model has only such', () => {
    expect(recommendedVersion({ tags: ['v1.2.3', 'v1.2', 'latest'], latestTag: 'v1.2' })).toBe(
      'v1.2.3',
    );
  });

  it('is none where there are no tags', () => {
    expect(recommendedVersion({ tags: [] })).toBeUndefined();
  });

  it('is a listed tag of every model of the catalog', () => {
    const { models } = parseCatalog(shippedCatalogData());
    const unlisted = models.filter(
      (model) => !model.tags.includes(recommendedVersion(model) ?? ''),
    );
    expect(unlisted).toEqual([]);
  });
});

const moves = (tag: string | undefined): boolean =>
  tag === undefined || versionKind(tag) === 'moving';

describe('the recommended versions of the catalog', () => {
  const { models } = parseCatalog(shippedCatalogData());
  it('move only where a model has nothing else', () => {
    const moving = models.filter((model) => moves(recommendedVersion(model)));
    expect(moving.map(({ name }) => name)).toEqual(['nemoretriever-page-elements-v3']);
    expect(moving.flatMap(({ tags }) => tags).filter((tag) => !moves(tag))).toEqual([]);
  });
});

describe('the order, over all tags of the catalog and random ones', () => {
  const random = randomFrom(20260822);
  const number = (): string => String(Math.floor(random() * 13));
  const suffixes = [
    '',
    '',
    '',
    '-rtx',
    '-RTX',
    '-pb5.1',
    '-pb5.10',
    '-pb5.1-stig',
    '-41313772',
    '-',
  ];
  const randomTagOf = (list: readonly string[]): string =>
    list[Math.floor(random() * list.length)] ?? '';
  const randomTag = (): string => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, number);
    return `${randomTagOf(['', '', '', 'v'])}${parts.join('.')}${randomTagOf(suffixes)}`;
  };
  const { models } = parseCatalog(shippedCatalogData());
  const tags = [
    ...new Set([
      ...models.flatMap((model) => model.tags),
      ...Array.from({ length: 400 }, randomTag),
    ]),
  ];

  it('does not depend on the order in which the tags are listed', () => {
    const expected = ordered(...tags);
    for (let run = 0; run < 20; run += 1) {
      expect(ordered(...shuffled(tags, random))).toEqual(expected);
    }
  });

  it('has any two tags in the order in which it has them among all', () => {
    const all = ordered(...tags);
    for (let run = 0; run < 3000; run += 1) {
      const [one, other] = [randomTagOf(tags), randomTagOf(tags)];
      const pair = [...new Set([one, other])].toSorted(
        (left, right) => all.indexOf(left) - all.indexOf(right),
      );
      expect(ordered(one, other)).toEqual(pair);
    }
  });

  it('loses no tag', () => {
    expect(ordered(...tags).toSorted()).toEqual(tags.toSorted());
  });
});
