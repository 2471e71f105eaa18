/** The words of copying a text. */
export const copy = 'Copy';
export const copied = 'Copied';
export const notAllowed = 'Not allowed here: select the text and copy it';
