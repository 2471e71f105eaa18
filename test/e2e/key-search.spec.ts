import { test as plainTest } from '@playwright/test';
import { leaveEverywhere, sendThroughSocket, storeInDatabase } from './careless-page.ts';
import { keySearch } from './key-search.ts';
import { randomKeys } from './random-keys.ts';
import { Recording } from './recording.ts';
import { startSocketServer } from './socket-server.ts';
import { expect, test } from './wizard-test.ts';

// Not one of the test's own keys: the search that every test ends with would find those, as it should.
const key = randomKeys('left by a careless page').valid;

test('the search for a key finds it wherever a page can leave it', async ({ wizard, context }) => {
  const recording = new Recording(context);
  recording.guard(key);
  await wizard.openProjects();
  await recording.look(wizard.page);
  expect(recording.placesOfKeys()).toEqual([]);
  await wizard.page.evaluate(leaveEverywhere, key);
  await recording.look(wizard.page);
  await recording.settle();
  const address = 'GET /api/';
  const places = recording.placesOfKeys().map((place) => place.replace(/\/api\/\?.*/, '/api/'));
  expect(places.toSorted()).toEqual(
    [
      'DOM',
      `address of ${address}`,
      `answer to ${address}`,
      'body of POST /api/body',
      'cached answers',
      'console',
      'cookies',
      'headers of GET /api/header',
      // Sent by the browser with every request from then on.
      'headers of POST /api/body',
      `headers of ${address}`,
      'history.state',
      'localStorage',
      'page error',
      'sessionStorage',
      'window.name',
    ].toSorted(),
  );
});

test('the search for a key finds it in what goes through a WebSocket', async ({
  wizard,
  context,
}) => {
  const recording = new Recording(context);
  recording.guard(key);
  await wizard.openProjects();
  const server = await startSocketServer();
  await wizard.page.evaluate(sendThroughSocket, { url: server.url, text: key });
  await expect.poll(() => recording.placesOfKeys()).toEqual(['sent to WebSocket /left']);
  await server.stop();
});

for (const form of ['key', 'text', 'binary', 'blob'] as const) {
  test(`the search for a key finds it in IndexedDB as ${form}`, async ({ wizard, context }) => {
    const recording = new Recording(context);
    recording.guard(key);
    await wizard.openProjects();
    await wizard.page.evaluate(storeInDatabase, { form: 'none', text: key });
    await recording.look(wizard.page);
    expect(recording.placesOfKeys()).toEqual([]);
    await wizard.page.evaluate(storeInDatabase, { form, text: key });
    await recording.look(wizard.page);
    expect(recording.placesOfKeys()).toEqual(['indexedDB']);
  });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const awkward = `nvapi-${'k3y'.repeat(9)}"\\\\%&+/<$'(!)*~~~~?????${'Y_-'.repeat(6)}z`;

/** How a key, or part of it, can stand in a text, and what the search calls that. */
const written: [name: string, write: (text: string) => string][] = [
  ['plain', (text) => text],
  ['URL-encoded', (text) => `/path?key=${encodeURIComponent(text)}`],
  ['form-encoded', (text) => new URLSearchParams({ credentials: text }).toString()],
  ['JSON-escaped', (text) => JSON.stringify({ key: text })],
  ['JSON-escaped twice', (text) => JSON.stringify({ body: JSON.stringify({ key: text }) })],
  [
    'HTML-escaped',
    (text) =>
      `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}`,
  ],
  ['hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ['reversed', (text) => [...text].toReversed().join('')],
  ['base64 at offset 0', (text) => base64(text)],
  ['base64 at offset 1', (text) => base64(`a${text} and more`)],
  ['base64 at offset 2', (text) => base64(`ab${text} and more`)],
  ['base64 at offset 0, for addresses', (text) => Buffer.from(text).toString('base64url')],
  ['base64 of JSON at offset 2', (text) => base64(JSON.stringify([text, '']))],
];

for (const [name, write] of written) {
  plainTest(`the search for a key finds it ${name}`, () => {
    expect(keySearch([awkward])(`some text ${write(awkward)} and more`)).toContain(name);
    expect(keySearch([awkward])(`some text ${write(key)} and more`)).toEqual([]);
  });
}

plainTest('the search for a key finds it as a password for a registry', () => {
  expect(keySearch([key])(base64(`$oauthtoken:${key}`))).toContain('base64 at offset 0');
});

plainTest('the search for a key finds any twelve characters in a row, wherever they stand', () => {
  const search = keySearch([key]);
  for (let from = 'nvapi-'.length; from + 12 <= key.length; from += 1) {
    for (let before = 0; before < 8; before += 1) {
      const text = `${'.'.repeat(before)}${key.slice(from, from + 12)}`;
      expect([from, before, search(text).length > 0]).toEqual([from, before, true]);
    }
  }
});

plainTest('the search for a key finds its beginning and its end', () => {
  expect(keySearch([key])(`${key.slice(0, 16)}...`)).toEqual(['its beginning']);
  expect(keySearch([key])(`...${key.slice(-8)}`)).toEqual(['its end']);
});

plainTest('the search for a key lets pass what may be said of it', () => {
  const said = `nvapi-... ends in ${key.slice(-4)} and has ${key.length} characters; ${key.slice(20, 31)}`;
  expect(keySearch([key])(said)).toEqual([]);
  expect(keySearch([])(key)).toEqual([]);
});
