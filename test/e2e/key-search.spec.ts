import { test as plainTest } from '@playwright/test';
import { testKeys } from '../embedded/nvidia/test-keys.ts';
import { leaveEverywhere } from './careless-page.ts';
import { keyForms } from './key-forms.ts';
import { Recording } from './recording.ts';
import { expect, test } from './wizard-test.ts';

const { key } = testKeys.otherValid;

test('the search for a key finds it wherever a page can leave it', async ({ wizard, context }) => {
  // A record of its own: that of every test would fail this one, as it should.
  const recording = new Recording(context);
  recording.guard(key);
  await wizard.openProjects();
  await recording.look(wizard.page);
  expect(recording.placesOfKeys()).toEqual([]);
  await wizard.page.evaluate(leaveEverywhere, key);
  await recording.look(wizard.page);
  await recording.settle();
  const address = `GET /api/?${key}`;
  expect(recording.placesOfKeys().toSorted()).toEqual(
    [
      'DOM',
      `address of ${address}`,
      `answer to ${address}`,
      'body of POST /api/body',
      'console',
      'cookies',
      'headers of GET /api/header',
      // Sent by the browser with every request from then on.
      'headers of POST /api/body',
      `headers of ${address}`,
      'history.state',
      'indexedDB',
      'localStorage',
      'page error',
      'sessionStorage',
    ].toSorted(),
  );
});

plainTest('the search for a key finds it in longer base64, wherever it begins there', () => {
  const isFound = ['', 'a', 'ab'].map((before) => {
    const text = Buffer.from(`${before}${key} and more`).toString('base64');
    return keyForms(key).some((form) => text.includes(form.text));
  });
  expect(isFound).toEqual([true, true, true]);
});
