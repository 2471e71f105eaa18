/** The words of copying a text. */
export const copy = 'Copy';
export const copied = 'Copied';
export const copiedAloud = 'The text is in the clipboard.';
export const notAllowed =
  'The browser does not let this page copy. Select the text, and copy it yourself.';
