import { kindTitles } from './describe-facts.ts';
import { tellsMore } from './describe-model.ts';
import type { ModelEntry } from './model-entry.ts';
import { orderVersions } from './order-versions.ts';
import { wordsOf } from './search-models.ts';

/**
 * The version by which a model was found, for who wonders why it is listed: the newest of those with the
 * most words of the search that nothing else in the model's row has. Undefined where the row has all.
 *
 * @param found words of models, as a search says them
 */
export const foundVersion = (entry: ModelEntry, found: ReadonlySet<string>): string | undefined => {
  const row = textOf(entry);
  const countIn = (tag: string): number =>
    wordsOf(tag).filter((word) => found.has(word) && !row.includes(word)).length;
  const tags = entry.model.tags.filter((tag) => countIn(tag) > 0);
  const [most] = orderVersions(tags).toSorted(
    (one, other) => countIn(other.tag) - countIn(one.tag),
  );
  return most?.tag;
};

const textOf = ({ model, publisher, kind }: ModelEntry): string =>
  [
    model.displayName,
    model.name,
    publisher,
    kindTitles[kind],
    ...(tellsMore(model) ? [model.shortDescription] : []),
  ]
    .join(' ')
    .toLowerCase();
