import { LANGUAGE } from '../words/language.ts';

/**
 * What a tag is: `full` names one build (1.15.5, 2025.01), `suffixed` a variant of one (1.8.0-rtx), and
 * `moving` points to another build tomorrow (latest, 1, 1.15).
 */
export type VersionKind = 'full' | 'suffixed' | 'moving';

export interface Version {
  tag: string;
  kind: VersionKind;
}

/** `1.15.5-rtx` is numbers [1, 15, 5] and suffix `rtx`, as is `v1.15.5-rtx`; `latest` has no numbers. */
const TAG_PARTS = /^v?(\d+(?:\.\d+)*)(?:-(.+))?$/;
const VERSION = /^v?\d+(?:\.\d+)*$/;

/**
 * A release that is named by its month: `2025.01`. Only so is it told from a version that moves: `25.01`
 * may stand for any 25.1.x, and `2025.1` for any 2025.1.x. (Of the NIMs that are known none has such a tag.)
 */
const MONTH = /^20\d{2}\.(?:0[1-9]|1[0-2])$/;
const FULL_VERSION_NUMBERS = 3;
const KIND_ORDER: readonly VersionKind[] = ['full', 'suffixed', 'moving'];

/** The first number in a suffix: `pb5.3-stig-fips` is build 5.3, `41313772` itself, `rtx` none. */
const BUILD_NUMBER = /\d+(?:\.\d+)*/;

/**
 * A model's versions in the order of what they mean: full versions newest first (1.10.0 before
 * 1.9.0), then suffixed builds newest first, then the tags that move.
 */
export const orderVersions = (tags: readonly string[]): Version[] =>
  [...new Set(tags)]
    .map((tag) => ({ tag, ...readTag(tag) }))
    .toSorted(
      (one, other) =>
        KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind) ||
        compareNumbers(other.numbers, one.numbers) ||
        compareNumbers(other.build, one.build) ||
        one.tag.localeCompare(other.tag, LANGUAGE),
    )
    .map(({ tag, kind }) => ({ tag, kind }));

/**
 * The version to offer first: the newest full one; where a model has none, the tag that NVIDIA calls the
 * latest, if the catalog lists it, else the first in order. For a tag that moves it is the newest build
 * that it may stand for, as far as there is any: what runs is then known.
 */
export const recommendedVersion = (model: {
  tags: readonly string[];
  latestTag?: string | undefined;
}): string | undefined => {
  const { tags, latestTag } = model;
  const versions = orderVersions(tags);
  const [first] = versions;
  if (first === undefined || first.kind === 'full') {
    return first?.tag;
  }
  if (latestTag === undefined || !tags.includes(latestTag)) {
    return first.tag;
  }
  const builds = versions.filter(({ kind }) => kind !== 'moving');
  return versionKind(latestTag) === 'moving'
    ? (buildOf(latestTag, builds) ?? latestTag)
    : latestTag;
};

/** Of builds in order: `1.7-variant` stands for a variant of 1.7, as `1` does for any build of it. */
const buildOf = (moving: string, builds: readonly Version[]): string | undefined => {
  const { numbers } = readTag(moving);
  const words = wordsOf(moving);
  const ofNumbers = builds.filter(({ tag }) =>
    numbers.every((number, index) => readTag(tag).numbers[index] === number),
  );
  const ofWords = (among: readonly Version[]): Version | undefined =>
    among.find(({ tag }) => words.every((word) => wordsOf(tag).includes(word)));
  return (ofWords(ofNumbers) ?? ofNumbers[0] ?? ofWords(builds) ?? builds[0])?.tag;
};

/** What a tag says besides its numbers: `1.7-variant` and `variant-latest` say variant. */
const wordsOf = (tag: string): string[] =>
  tag
    .toLowerCase()
    .split('-')
    .filter((word) => word !== 'latest' && !VERSION.test(word));

/** A deployment made with a moving tag is not reproducible. */
export const versionKind = (tag: string): VersionKind => readTag(tag).kind;

/**
 * Above zero when the first version is newer than the second: by its numbers, and of the same ones by the
 * number of its build. Only numbers that both have are compared, so that 1.15.5 is not newer than 1.15,
 * which may be that very build; a tag without numbers is neither newer nor older than any.
 */
export const compareVersions = (one: string, other: string): number => {
  const [first, second] = [readTag(one), readTag(other)];
  const length = Math.min(first.numbers.length, second.numbers.length);
  const builds = first.build.length > 0 && second.build.length > 0;
  return (
    compareNumbers(first.numbers.slice(0, length), second.numbers.slice(0, length)) ||
    (builds ? compareNumbers(first.build, second.build) : 0)
  );
};

const readTag = (tag: string): { kind: VersionKind; numbers: number[]; build: number[] } => {
  const [, version, suffix] = TAG_PARTS.exec(tag) ?? [];
  const numbers = readNumbers(version);
  const build = readNumbers(BUILD_NUMBER.exec(suffix ?? '')?.[0]);
  if (numbers.length < FULL_VERSION_NUMBERS && !MONTH.test(version ?? '')) {
    return { kind: 'moving', numbers, build };
  }
  return { kind: suffix === undefined ? 'full' : 'suffixed', numbers, build };
};

const readNumbers = (dotted: string | undefined): number[] => dotted?.split('.').map(Number) ?? [];

const compareNumbers = (one: readonly number[], other: readonly number[]): number => {
  const length = Math.max(one.length, other.length);
  const differing = Array.from({ length }, (_, index) => index).find(
    (index) => (one[index] ?? -1) !== (other[index] ?? -1),
  );
  return differing === undefined ? 0 : (one[differing] ?? -1) - (other[differing] ?? -1);
};
