import {
  isEqual,
  type CatalogDiff,
  type Change,
  type ModelChange,
  type ModelMention,
} from './catalog-diff.ts';

/** How a diff is written. */
export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** A diff for a person, a program or a release note; ends with a line break. */
export const describeDiff = (diff: CatalogDiff, format: DiffFormat): string => {
  switch (format) {
    case 'json':
      return `${JSON.stringify(diff, null, 2)}\n`;
    case 'text':
      return lines([
        summary(diff),
        ...diff.added.map((model) => `+ ${model.id} ${versionOf(model)}`),
        ...diff.removed.map((model) => `- ${model.id} ${versionOf(model)}`),
        ...diff.changed.flatMap((change) => [
          `~ ${change.id}`,
          ...differences(change).map((difference) => `    ${difference}`),
        ]),
        ...unreadable(diff).map((line) => `! ${line}`),
      ]);
    case 'markdown':
      return lines([
        ...(isEqual(diff) ? [summary(diff)] : []),
        ...section('Added models', diff.added.map(mentionItem)),
        ...section('Removed models', diff.removed.map(mentionItem)),
        ...section(
          'Changed models',
          diff.changed.map(
            (change) => `${title(change)}: ${differences(change).map(escapeMarkdown).join('; ')}`,
          ),
        ),
        ...section('Entries that cannot be read', unreadable(diff).map(escapeMarkdown)),
      ]);
  }
};

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

const summary = (diff: CatalogDiff): string =>
  isEqual(diff)
    ? 'The catalogs are equal.'
    : `${diff.added.length} models added, ${diff.removed.length} removed, ${diff.changed.length} changed`;

const versionOf = ({ recommended, euRestricted }: ModelMention): string =>
  `(${[recommended, ...(euRestricted ? ['restricted in the EU'] : [])].join(', ')})`;

const section = (heading: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [`### ${heading} (${items.length})`, '', ...items.map((item) => `- ${item}`), ''];

const title = ({ displayName, id }: { displayName: string; id: string }): string =>
  `**${escapeMarkdown(displayName)}** (\`${id}\`)`;

const mentionItem = (model: ModelMention): string =>
  `${title(model)}${escapeMarkdown(` ${versionOf(model)}`)}`;

/** Names are NVIDIA's text: they stay text. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

const differences = (change: ModelChange): string[] => [
  ...(change.tagsAdded ? [`new tags ${change.tagsAdded.join(', ')}`] : []),
  ...(change.tagsRemoved ? [`tags gone ${change.tagsRemoved.join(', ')}`] : []),
  ...(change.recommended
    ? [`recommended ${fromTo(change.recommended, (version) => version)}`]
    : []),
  ...(change.euRestricted
    ? [change.euRestricted.to ? 'now restricted in the EU' : 'no longer restricted in the EU']
    : []),
  ...(change.size ? [`image ${fromTo(change.size, gigabytes)}`] : []),
  ...(change.otherFields ? [`also ${change.otherFields.join(', ')}`] : []),
];

const fromTo = <T>({ from, to }: Change<T>, write: (value: T) => string): string =>
  `${from === undefined ? 'unknown' : write(from)} -> ${to === undefined ? 'unknown' : write(to)}`;

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

const unreadable = (diff: CatalogDiff): string[] => [
  ...diff.unreadable.new.map(({ name, reason }) => `new: ${name}: ${reason}`),
  ...diff.unreadable.old.map(({ name, reason }) => `old: ${name}: ${reason}`),
];
