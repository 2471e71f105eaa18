import type { CatalogModel } from './catalog-model.ts';
import { describeUpdate } from './describe-facts.ts';
import type { Version } from './order-versions.ts';

/** What NVIDIA means by words in a build's suffix, as far as it says (NGC's pages, AI Enterprise's life cycle). */
const suffixes: readonly { word: RegExp; meaning: string }[] = [
  { word: /^pb[\d.]*$/, meaning: 'production branch' },
  { word: /^rtx$/, meaning: 'for RTX workstations' },
  { word: /^stig$/, meaning: 'hardened by STIG' },
  { word: /^fips$/, meaning: 'with FIPS cryptography' },
];

/** What is special about a version; undefined for a plain one and for a suffix that nobody explains. */
export const explainVersion = ({ tag, kind }: Version): string | undefined => {
  if (kind === 'moving') {
    return 'moves';
  }
  const words = tag.toLowerCase().split('-').slice(1);
  const said = suffixes
    .filter(({ word }) => words.some((one) => word.test(one)))
    .map(({ meaning }) => meaning);
  return said.length === 0 ? undefined : said.join(', ');
};

/** `1.8.0-rtx (for RTX workstations)` */
export const describeVersion = (version: Version): string => {
  const explained = explainVersion(version);
  return explained === undefined ? version.tag : `${version.tag} (${explained})`;
};

/** The day on which a version came to the registry, as far as a catalog knows it: of the latest tag alone. */
export const describePush = (
  { latestTag, latestTagPushedDate }: Pick<CatalogModel, 'latestTag' | 'latestTagPushedDate'>,
  { tag }: Pick<Version, 'tag'>,
): string | undefined => {
  const updated = Date.parse((tag === latestTag && latestTagPushedDate) || '');
  return Number.isNaN(updated) ? undefined : describeUpdate({ updated });
};
