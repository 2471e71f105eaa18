/** A text as JSON; undefined if it is none, which no schema of an answer accepts. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
