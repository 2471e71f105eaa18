import { test as base } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { randomKeys, type Keys } from './random-keys.ts';
import { Recording } from './recording.ts';
import { startStack, type Seed, type Stack } from './stack.ts';
import { WizardPage } from './wizard-page.ts';

interface Options {
  /** How the cluster differs from the usual seed at the beginning. */
  seed: Seed;
  /** `spec.nimConfig` of the dashboard's configuration. */
  nimConfig: unknown;
  /** Who is signed in: ada edits nim-demo, pat administers it, vic views it, admin may do everything. */
  user: 'ada' | 'pat' | 'vic' | 'admin';
  /** Where a key may be in this test besides: what the dashboard itself asks for, without the plugin. */
  dashboardsOwnPlaces: string[];
}

interface Fixtures {
  /** Keys that NVIDIA knows in this test, and that no other test or run has. */
  keys: Keys;
  stack: Stack;
  recording: Recording;
  wizard: WizardPage;
}

/** Where a key may be: on its way to be verified or checked, and on its way into the project's Secrets. */
const PLACES_FOR_KEYS = [
  /^body of POST \/nim-wizard\/api\/v1\/keys\/(verify|check-pull)$/,
  /^body of POST \/api\/k8s\/api\/v1\/namespaces\/nim-demo\/secrets(\?dryRun=All)?$/,
  /^body of PATCH \/api\/k8s\/api\/v1\/namespaces\/nim-demo\/secrets\/nim-(api-key|image-pull)[a-z-]*(\?dryRun=All)?$/,
];

/** The places that are neither those nor the dashboard's own. */
const placesNotForKeys = (places: string[], dashboardsOwn: string[]): string[] =>
  places.filter(
    (place) => !PLACES_FOR_KEYS.some((form) => form.test(place)) && !dashboardsOwn.includes(place),
  );

const SEED_VARIABLE = 'NIM_KEY_SEED';

/** A test with a dashboard, a cluster and an NVIDIA of its own, which ends with a search for the key. */
export const test = base.extend<Options & Fixtures>({
  seed: [{}, { option: true }],
  nimConfig: [undefined, { option: true }],
  user: ['ada', { option: true }],
  dashboardsOwnPlaces: [[], { option: true }],
  keys: [
    async ({ browserName: _browser }, provide, info) => {
      const seed = process.env[SEED_VARIABLE] ?? randomBytes(6).toString('hex');
      await provide(randomKeys(seed));
      if (info.status !== info.expectedStatus) {
        const body = `The same keys again: ${SEED_VARIABLE}=${seed}`;
        await info.attach('seed of the keys', { body, contentType: 'text/plain' });
      }
    },
    { auto: true },
  ],
  stack: async ({ seed, nimConfig, keys }, provide) => {
    const stack = await startStack({ seed, nimConfig, keys });
    await provide(stack);
    await stack.stop();
  },
  recording: [
    async ({ context, stack, keys, dashboardsOwnPlaces }, provide) => {
      const recording = new Recording(context);
      Object.values(keys).forEach((key) => recording.guard(key));
      await provide(recording);
      await Promise.all(context.pages().map((page) => recording.look(page)));
      await recording.settle();
      recording.note("the service's log", stack.serviceLog().join('\n'));
      recording.note("the service's metrics", await stack.metrics());
      const places = placesNotForKeys(recording.placesOfKeys(), dashboardsOwnPlaces);
      base.expect(recording.unread, 'what could not be searched').toEqual([]);
      base.expect(places, 'places where a key must not be').toEqual([]);
    },
    { auto: true },
  ],
  wizard: async ({ page, context, stack, recording, user }, provide) => {
    await context.addCookies([{ name: 'devhost-user', value: user, url: stack.url }]);
    await provide(new WizardPage(page, stack.url, recording));
  },
});

export { expect } from '@playwright/test';
