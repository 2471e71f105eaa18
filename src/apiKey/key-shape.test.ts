import { describe, expect, it } from 'vitest';
import { personalKey } from './personal-key.factory.ts';
import { lastFour, readKey } from './key-shape.ts';

describe('reading a key', () => {
  it('takes a personal key of 70 characters, without a remark', () => {
    expect(readKey(personalKey())).toEqual({ status: 'ok', key: personalKey() });
  });

  it.each([
    [` \t${personalKey()}\r\n`, 'Spaces'],
    [`\u00A0${personalKey()}\u200B`, 'Spaces'],
    [`"${personalKey()}"`, 'Quotes'],
    [`\u201C${personalKey()}\u201D`, 'Quotes'],
    [`'${personalKey()}`, 'Quotes'],
    [`\`${personalKey()}\``, 'Quotes'],
    [` "${personalKey()}" \n`, 'Spaces and quotes'],
  ])('leaves out what %j was pasted with, and says so', (text, what) => {
    expect(readKey(text)).toEqual({
      status: 'ok',
      key: personalKey(),
      hint: `${what} around the key were left out.`,
    });
  });

  it.each([
    `NGC_API_KEY=${personalKey()}`,
    `  export NGC_API_KEY="${personalKey()}"`,
    `ngc_key = '${personalKey()}'`,
  ])('takes the value of a variable, and says so: %s', (text) => {
    expect(readKey(text)).toMatchObject({
      key: personalKey(),
      hint: expect.stringMatching(/^The name of the variable was left out\./),
    });
  });

  it('takes no other text with an equals sign', () => {
    expect(readKey('token=abc')).toMatchObject({ reason: 'not-personal' });
  });

  it('says both, that quotes were left out and that the length is unusual', () => {
    expect(readKey(`"${personalKey(63)}"`)).toMatchObject({
      hint: 'Quotes around the key were left out. Personal keys usually have 70 characters; this one has 69.',
    });
  });

  it.each([personalKey(63), personalKey(65), personalKey(1)])(
    'takes a key of another length, and says so: %s',
    (key) => {
      expect(readKey(key)).toEqual({
        status: 'ok',
        key,
        hint: `Personal keys usually have 70 characters; this one has ${key.length}.`,
      });
    },
  );

  it.each(['', '   ', '\n', '""', " ' ' "])('asks for one when there is nothing in %j', (text) => {
    expect(readKey(text)).toEqual({
      status: 'refused',
      reason: 'empty',
      message: 'Enter your NVIDIA API key.',
    });
  });

  it.each([
    `${personalKey(30)} ${personalKey(30)}`,
    `${personalKey(30)}\n${personalKey(30)}`,
    `${personalKey(60)}ü`,
    `${personalKey(60)}\u200B.`,
    `${personalKey(60)}…`,
    `${personalKey(60)}\u0000`,
  ])('refuses what a header cannot carry: %j', (text) => {
    expect(readKey(text)).toMatchObject({ status: 'refused', reason: 'characters' });
  });

  it.each([
    'bm9uZXhpc3RlbnQtbGVnYWN5LWtleS1tYWRlLWZvci10ZXN0cw==',
    personalKey().replace('nvapi-', ''),
    personalKey().replace('nvapi-', 'NVAPI-'),
    personalKey().replace('nvapi-', 'nvapi_'),
    `x${personalKey()}`,
    'nvapi-',
  ])('refuses what is no personal key, and says why: %s', (text) => {
    expect(readKey(text)).toEqual({
      status: 'refused',
      reason: 'not-personal',
      message:
        'This is not a personal key. Personal keys begin with "nvapi-"; legacy NGC keys are no longer supported.',
    });
  });
});

describe('what is shown of a key', () => {
  it('is its last four characters', () => {
    expect(lastFour('nvapi-some-key-WXYZ')).toBe('WXYZ');
  });
});
