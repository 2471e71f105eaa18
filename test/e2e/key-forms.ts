/** One way in which a key, or a telling part of it, can be written. */
export interface KeyForm {
  name: string;
  text: string;
}

const PREFIX = 'nvapi-';
const BEGINNING = 16;
const END = 8;

/** More than its last four characters is too much to show, and so is more than the beginning that every key has. */
export const shortForms = (key: string): KeyForm[] => [
  { name: 'its beginning', text: key.slice(0, BEGINNING) },
  { name: 'its end', text: key.slice(-END) },
];

/**
 * Every form in which a key could be written, or stand in something that is written: without its prefix. Not only the
 * whole of a form tells, but any longer part of it.
 */
export const tellingForms = (key: string): KeyForm[] => writtenForms(key.slice(PREFIX.length));

const writtenForms = (text: string): KeyForm[] => {
  const inJson = JSON.stringify(text).slice(1, -1);
  return distinct([
    { name: 'plain', text },
    { name: 'reversed', text: [...text].toReversed().join('') },
    { name: 'URL-encoded', text: encodeURIComponent(text) },
    { name: 'form-encoded', text: new URLSearchParams({ '': text }).toString().slice(1) },
    { name: 'JSON-escaped', text: inJson },
    { name: 'JSON-escaped twice', text: JSON.stringify(inJson).slice(1, -1) },
    { name: 'HTML-escaped', text: htmlEscaped(text) },
    { name: 'hexadecimal', text: Buffer.from(text).toString('hex') },
    ...base64Forms('base64', text),
    ...base64Forms('base64 of JSON', inJson),
  ]);
};

const distinct = (forms: KeyForm[]): KeyForm[] => [
  ...new Map(forms.toReversed().map((form) => [form.text, form])).values(),
];

const htmlEscaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const base64Forms = (name: string, text: string): KeyForm[] =>
  [0, 1, 2].flatMap((offset) => {
    const within = base64Within(text, offset);
    const forAddresses = within.replaceAll('+', '-').replaceAll('/', '_');
    return [
      { name: `${name} at offset ${offset}`, text: within },
      { name: `${name} at offset ${offset}, for addresses`, text: forAddresses },
    ];
  });

/** The characters that stand in the base64 of any longer text in which this one begins at an offset modulo 3. */
const base64Within = (text: string, offset: number): string => {
  const encoded = base64(`${'x'.repeat(offset)}${text}`).replaceAll('=', '');
  return encoded.slice(offset === 0 ? 0 : 4, -4);
};
