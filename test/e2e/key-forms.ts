/** One way in which a key, or a telling part of it, can be written. */
export interface KeyForm {
  name: string;
  text: string;
}

const REGISTRY_USER = '$oauthtoken';
const BEGINNING = 16;
const END = 8;

/**
 * Every form in which a key could turn up in a text. More than its last four characters is too much, so its beginning
 * and its end count, too.
 */
export const keyForms = (key: string): KeyForm[] => {
  const forms: KeyForm[] = [
    { name: 'plain', text: key },
    { name: 'its beginning', text: key.slice(0, BEGINNING) },
    { name: 'its end', text: key.slice(-END) },
    { name: 'reversed', text: [...key].toReversed().join('') },
    { name: 'URL-encoded', text: encodeURIComponent(key) },
    { name: 'JSON-escaped', text: JSON.stringify(key).slice(1, -1) },
    { name: 'hexadecimal', text: Buffer.from(key).toString('hex') },
    { name: 'base64 as a password', text: base64(`${REGISTRY_USER}:${key}`) },
    ...[0, 1, 2].map((offset) => ({
      name: `base64 at offset ${offset}`,
      text: base64Within(key, offset),
    })),
  ];
  return forms.flatMap(({ name, text }) => {
    const forAddresses = text.replaceAll('+', '-').replaceAll('/', '_');
    return forAddresses === text || !name.startsWith('base64')
      ? [{ name, text }]
      : [
          { name, text },
          { name: `${name}, for addresses`, text: forAddresses },
        ];
  });
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The characters that stand in the base64 of any longer text in which the key begins at this offset modulo 3. */
const base64Within = (key: string, offset: number): string => {
  const encoded = base64(`${'x'.repeat(offset)}${key}`).replaceAll('=', '');
  return encoded.slice(offset === 0 ? 0 : 4, -4);
};
