/** Longer texts are cut: a description is one or two sentences on a card. */
const LONGEST = 1000;
/** More is not even looked at. */
const LONGEST_INPUT = 20_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};

/** Control characters, and those that turn the direction of writing or have no width. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/**
 * A text of NVIDIA's as plain text on one line: without HTML, Markdown and control characters.
 */
export const cleanText = (text: string): string => {
  const plain = text
    .slice(0, LONGEST_INPUT)
    .toWellFormed()
    .replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(INVISIBLE, ' ')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/(^|\s)#{1,6}\s+/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)([^*`]*?\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])(?=\s|$)/g, '$1')
    .trim();
  return plain.length > LONGEST
    ? `${plain
        .slice(0, LONGEST - 1)
        .trimEnd()
        .toWellFormed()}…`
    : plain;
};
