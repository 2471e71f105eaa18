import { test as base } from '@playwright/test';
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
}

interface Fixtures {
  stack: Stack;
  recording: Recording;
  wizard: WizardPage;
}

/** Where a key may be: on its way to be verified, and on its way into the project's two Secrets. */
const placesForKeys = [
  'body of POST /nim-wizard/api/v1/keys/verify',
  'body of POST /api/k8s/api/v1/namespaces/nim-demo/secrets?dryRun=All',
  'body of POST /api/k8s/api/v1/namespaces/nim-demo/secrets',
];

/** A test with a dashboard, a cluster and an NVIDIA of its own, which ends with a search for the key. */
export const test = base.extend<Options & Fixtures>({
  seed: [{}, { option: true }],
  nimConfig: [undefined, { option: true }],
  user: ['ada', { option: true }],
  stack: async ({ seed, nimConfig }, provide) => {
    const stack = await startStack({ seed, nimConfig });
    await provide(stack);
    await stack.stop();
  },
  recording: [
    async ({ context, stack }, provide) => {
      const recording = new Recording(context);
      await provide(recording);
      await Promise.all(context.pages().map((page) => recording.look(page)));
      await recording.settle();
      recording.note("the service's log", stack.serviceLog().join('\n'));
      const places = recording.placesOfKeys().filter((place) => !placesForKeys.includes(place));
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
