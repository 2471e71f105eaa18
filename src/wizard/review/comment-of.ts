/** So many characters are read without scrolling on a screen of 800 pixels. */
const WIDTH = 60;
const MARK = '# ';

/** Sentences as a comment of YAML, each begun on a line of its own; a word is never broken. */
export const commentOf = (...sentences: readonly string[]): string =>
  sentences
    .flatMap(linesOf)
    .map((line) => `${MARK}${line}\n`)
    .join('');

const linesOf = (sentence: string): string[] => {
  const [first = '', ...words] = sentence.split(' ');
  const done: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (MARK.length + longer.length > WIDTH) {
      done.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...done, line];
};
