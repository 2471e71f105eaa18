/**
 * What a tag is: `full` names one build (1.15.5), `suffixed` a variant of one (1.8.0-rtx), and
 * `moving` points to another build tomorrow (latest, 1, 1.15).
 */
export type VersionKind = 'full' | 'suffixed' | 'moving';

export interface Version {
  tag: string;
  kind: VersionKind;
}

/** `1.15.5-rtx` is numbers [1, 15, 5] and suffix `rtx`; `latest` has no numbers. */
const TAG_PARTS = /^(\d+(?:\.\d+)*)(?:-(.+))?$/;
const FULL_VERSION_NUMBERS = 3;
const KIND_ORDER: readonly VersionKind[] = ['full', 'suffixed', 'moving'];

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
        one.tag.localeCompare(other.tag, 'en'),
    )
    .map(({ tag, kind }) => ({ tag, kind }));

/**
 * The version to offer first: the newest full one; where a model has none, the tag that NVIDIA
 * calls the latest, else the first in order.
 */
export const recommendedVersion = (model: {
  tags: readonly string[];
  latestTag?: string | undefined;
}): string | undefined => {
  const [first] = orderVersions(model.tags);
  return first?.kind === 'full' ? first.tag : (model.latestTag ?? first?.tag);
};

/** A deployment made with a moving tag is not reproducible. */
export const versionKind = (tag: string): VersionKind => readTag(tag).kind;

const readTag = (tag: string): { kind: VersionKind; numbers: number[] } => {
  const parts = TAG_PARTS.exec(tag);
  const numbers = parts?.[1]?.split('.').map(Number) ?? [];
  if (numbers.length < FULL_VERSION_NUMBERS) {
    return { kind: 'moving', numbers };
  }
  return { kind: parts?.[2] === undefined ? 'full' : 'suffixed', numbers };
};

const compareNumbers = (one: readonly number[], other: readonly number[]): number => {
  const length = Math.max(one.length, other.length);
  const differing = Array.from({ length }, (_, index) => index).find(
    (index) => (one[index] ?? -1) !== (other[index] ?? -1),
  );
  return differing === undefined ? 0 : (one[differing] ?? -1) - (other[differing] ?? -1);
};
