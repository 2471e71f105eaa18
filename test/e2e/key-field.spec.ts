import { expect, test } from './wizard-test.ts';

/**
 * What keeps a key out of autocomplete histories, spelling services and the prompts of password managers (1Password,
 * LastPass, Bitwarden, Dashlane).
 */
const ATTRIBUTES = {
  autocomplete: 'off',
  spellcheck: 'false',
  autocapitalize: 'off',
  autocorrect: 'off',
  'data-1p-ignore': expect.stringMatching(/^(true)?$/),
  'data-lpignore': 'true',
  'data-bwignore': expect.stringMatching(/^(true)?$/),
  'data-form-type': 'other',
};

/** Runs in the page. */
const attributesOf = (field: Element): Record<string, string> =>
  Object.fromEntries([...field.attributes].map(({ name, value }) => [name, value]));

test('the field for a key is none that a browser or password manager remembers', async ({
  wizard,
}) => {
  await wizard.openAtNim();
  expect(await wizard.key.evaluate(attributesOf)).toMatchObject(ATTRIBUTES);
  await wizard.press('Show the key');
  expect(await wizard.key.evaluate(attributesOf)).toMatchObject(ATTRIBUTES);
});

test('the field for a key has no name, and no form that would send it anywhere', async ({
  wizard,
}) => {
  await wizard.openAtNim();
  const { name, action, method } = await wizard.key.evaluate((field) => ({
    name: field.getAttribute('name'),
    action: field.closest('form')?.getAttribute('action') ?? null,
    method: field.closest('form')?.getAttribute('method') ?? null,
  }));
  expect({ name, action, method }).toEqual({ name: null, action: null, method: null });
});
