import type { ReactElement } from 'react';

/** As PatternFly marks what was found, in both themes. */
const highlight = {
  backgroundColor: 'var(--pf-t--global--background--color--highlight--default)',
  color: 'var(--pf-t--global--text--color--on-highlight)',
};

/** A text with the words in it marked that a search has found. */
export const Highlighted = (props: { text: string; words: readonly string[] }): ReactElement => {
  const parts = splitAt(props.text, props.words);
  return (
    <>
      {parts.map((part, index) =>
        // Every second part is one of the words.
        index % 2 === 1 ? (
          <mark key={index} style={highlight}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </>
  );
};

const splitAt = (text: string, words: readonly string[]): string[] =>
  words.length === 0
    ? [text]
    : text.split(
        new RegExp(
          `(${words
            .toSorted((one, other) => other.length - one.length)
            .map((word) => word.replaceAll(/[^\p{L}\d]/gu, String.raw`\$&`))
            .join('|')})`,
          'iu',
        ),
      );
