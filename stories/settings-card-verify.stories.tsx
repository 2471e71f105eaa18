import { expect, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { readRecord } from '../src/apiKey/key-record.ts';
import { VERIFY_PATH } from '../src/apiKey/verify-key.ts';
import { SettingsCard } from '../src/settings/settings-card.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import { see, seeWait } from './host/page-queries.ts';
import { ownClock, putClockOn } from './host/story-clock.ts';
import { answers, neverAnswers, refuses } from './network/faults.ts';
import { network } from './network/network.ts';
import { having, keySecretsOf, olderSecrets } from './network/objects.ts';
import { bareSecrets, notVerifiedSecrets, secretNow } from './network/project-keys.ts';
import { press, status } from './settings-page.ts';

/** Verifying the key that is stored, which never comes to the browser for that. */
const meta = preview.meta({
  title: 'Settings card/Verify again',
  component: SettingsCard,
  args: { namespace: 'nim-demo' },
  beforeEach: network({ objects: having(...notVerifiedSecrets) }),
});

const records = async () =>
  Promise.all(
    ['nim-api-key', 'nim-image-pull'].map(async (name) =>
      readRecord((await secretNow(name))?.metadata.annotations),
    ),
  );

/** Both Secrets say so afterwards; the key, its id and its end are as they were. */
export const Valid = meta.story({
  play: async ({ userEvent }) => {
    const before = await secretNow('nim-image-pull');
    await press(userEvent, 'Verify');
    await see('NVIDIA knows this key');
    await expect(await status('ada')).toMatchObject({ Verification: 'Verified' });
    await expect(screen.getByRole('button', { name: 'Verify again' })).toHaveFocus();
    const [one, other] = await records();
    await expect(one).toEqual({
      id: 'id-of-the-key',
      lastFour: 'a1b2',
      verification: 'verified',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      by: 'ada',
    });
    await expect(other).toEqual(one);
    await expect((await secretNow('nim-image-pull'))?.data).toEqual(before?.data);
  },
});

export const Asking = meta.story({
  beforeEach: network({
    objects: having(...notVerifiedSecrets),
    faults: [neverAnswers(`*${VERIFY_PATH}`)],
  }),
  play: async ({ userEvent }) => {
    await press(userEvent, 'Verify');
    const replace = screen.getByRole('button', { name: 'Replace' });
    await waitFor(() => expect(replace).toHaveAttribute('aria-disabled', 'true'));
  },
});

/** The next person who looks knows it, too. */
export const Rejected = meta.story({
  beforeEach: network({ objects: having(...keySecretsOf(testKeys.revoked.key)) }),
  play: async ({ userEvent }) => {
    await press(userEvent, 'Verify again');
    await see('NVIDIA rejected this key');
    await see(
      /What runs goes on, but no deployment can start with it\. Replace the key\. This is recorded/,
    );
    await expect(await status('ada')).toMatchObject({ Verification: 'Rejected by NVIDIA' });
    const [one, other] = await records();
    await expect(one).toMatchObject({ verification: 'rejected', by: 'ada', lastFour: 'g7h8' });
    await expect(other).toEqual(one);
  },
});

export const CouldNotTell = meta.story({
  beforeEach: network({ objects: having(...keySecretsOf(testKeys.dropped.key)) }),
  play: async ({ userEvent }) => {
    const before = await records();
    await press(userEvent, 'Verify again');
    await see('NVIDIA could not be reached');
    await see(/This says nothing about the key, and nothing was changed\. Try again\.$/);
    await expect(await records()).toEqual(before);
  },
});

const tooManyAttempts = network({
  objects: having(...notVerifiedSecrets),
  faults: [answers(`*${VERIFY_PATH}`, 429, {}, { 'Retry-After': '20' })],
});

export const TooManyAttempts = meta.story({
  beforeEach: tooManyAttempts,
  play: async ({ userEvent }) => {
    await press(userEvent, 'Verify');
    await seeWait('Wait 20 seconds, then try again.');
    const verify = screen.getByRole('button', { name: 'Verify' });
    await expect(verify).toHaveAttribute('aria-disabled', 'true');
    await expect(verify).toHaveFocus();
    await expect(screen.getByRole('button', { name: 'Replace' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
});

/** The wait is counted down, and ends by itself. */
export const AfterTooManyAttempts = meta.story({
  beforeEach: [tooManyAttempts, ownClock],
  play: async ({ userEvent }) => {
    await press(userEvent, 'Verify');
    await seeWait('Wait 20 seconds, then try again.');
    putClockOn(12);
    await see(/^Wait \d seconds, then try again\.$/);
    putClockOn(8);
    await see('You can try again now');
    await expect(screen.queryByText('Too many attempts')).toBeNull();
    await expect(screen.getByRole('button', { name: 'Verify' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
});

export const OlderKey = meta.story({
  beforeEach: network({ objects: having(...olderSecrets) }),
  play: async ({ userEvent }) => {
    const before = await secretNow('nvidia-nim-secrets');
    await press(userEvent, 'Verify');
    await see('NVIDIA knows this key');
    await see("This is not recorded: the Secrets belong to the dashboard's older integration.");
    await expect(await status('No deployment')).toMatchObject({ Verification: 'Not recorded' });
    await expect(await secretNow('nvidia-nim-secrets')).toEqual(before);
  },
});

export const NothingKnownBefore = meta.story({
  beforeEach: network({ objects: having(...bareSecrets) }),
  play: async ({ userEvent }) => {
    await press(userEvent, 'Verify');
    await see(
      'This is not recorded: the Secrets were not made here. Replace the key, and it will be.',
    );
    await expect(await status('No deployment')).toMatchObject({ Verification: 'Not recorded' });
    await expect(await records()).toEqual([undefined, undefined]);
  },
});

/** Refused at the second Secret: the first does not say so either. */
export const NotWrittenDown = meta.story({
  beforeEach: network({
    objects: having(...notVerifiedSecrets),
    faults: [refuses('PATCH', '*/api/k8s/api/v1/namespaces/nim-demo/secrets/nim-image-pull')],
  }),
  play: async ({ userEvent }) => {
    const before = await records();
    await press(userEvent, 'Verify');
    await see('NVIDIA knows this key');
    await see(
      'This could not be recorded. The secret "nim-image-pull" could not be updated: etcdserver: request timed out. Try again in a moment. The key itself is as it was.',
    );
    await expect(await records()).toEqual(before);
  },
});
