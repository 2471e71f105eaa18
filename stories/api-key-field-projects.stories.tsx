import { http } from 'msw';
import { expect, fn, screen, waitFor } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { API_KEY_FIELD } from '../src/dashboard/field-ids.ts';
import { apiKeyField } from '../src/dashboard/api-key-wizard-field.tsx';
import { statusBody } from '../src/verifier/status-body.ts';
import { ApiKeyField } from '../src/wizard/key/api-key-field.tsx';
import { testKeys } from '../test/embedded/nvidia/test-keys.ts';
import {
  enterKey,
  keyInput,
  pasteKey,
  seeThatNoneCanBeAdded,
  seeThatServiceRefused,
  verifyButton,
} from './enter-key.ts';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { answers, breaks, neverAnswers } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';
import { having, storedSecrets } from './network/objects.ts';

const REVIEWS = '*/api/k8s/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const NOT_ALLOWED = 'You cannot add a key to this project';
const SECRETS = '*/api/k8s/api/v1/namespaces/nim-demo/secrets';

/** What the field does before anything is typed: it depends on the project and the configuration. */
const meta = preview.meta({
  title: 'Fields/NVIDIA API key/By project',
  component: StoryHost,
  subcomponents: { ApiKeyField },
  args: { fields: [apiKeyField], project: 'nim-demo', hasReview: true },
});

export const NoProjectYet = meta.story({
  args: { project: null, canChangeProject: true },
  play: async () => {
    await see(/Choose a project to enter its/);
    await expect(screen.queryByLabelText(/^NVIDIA API key/)).toBeNull();
    await expect(nextButton()).toBeDisabled();
  },
});

export const ProjectChosen = meta.story({
  args: NoProjectYet.input.args,
  play: async ({ userEvent }) => {
    await userEvent.selectOptions(await screen.findByLabelText('Project'), 'nim-demo');
    await expect(await keyInput()).toBeEnabled();
    await expect(screen.queryByText(/Choose a project to enter its/)).toBeNull();
  },
});

export const LookingForAKey = meta.story({
  beforeEach: network({ faults: [neverAnswers(SECRETS)] }),
  play: async () => {
    await expect(
      await screen.findByText("Looking for the project's NVIDIA API key"),
    ).toBeInTheDocument();
    await expect(review()).toHaveTextContent('Not known');
    await expect(nextButton()).toBeDisabled();
  },
});

export const CouldNotBeLookedUp = meta.story({
  beforeEach: network({ faults: [breaks(SECRETS)] }),
  play: async () => {
    await see("The project's NVIDIA API key could not be looked up");
    await expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
    await expect(nextButton()).toBeDisabled();
  },
});

export const TriedAgain = meta.story({
  beforeEach: network({ faults: [breaks(SECRETS)] }),
  play: async ({ msw, userEvent }) => {
    const tryAgain = await screen.findByRole('button', { name: 'Try again' });
    connectionIsBack({ msw });
    await userEvent.click(tryAgain);
    await expect(await keyInput()).toBeEnabled();
  },
});

/** One of the two Secrets was removed by hand: entering the key writes both again. */
export const Incomplete = meta.story({
  beforeEach: network({ objects: having(...storedSecrets.slice(0, 1)) }),
  play: async () => {
    await see(/NVIDIA API key is incomplete/);
    await see(/The Secret nim-image-pull is missing/);
    await expect(screen.queryByText(/No deployment uses the project's key/)).toBeNull();
    await expect(nextButton()).toBeDisabled();
  },
});

/** Nothing is asked for any more: what will happen is said instead. */
export const IncompleteAndEntered = meta.story({
  beforeEach: Incomplete.input.beforeEach,
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await see(/NVIDIA knows the key ending in a1b2/);
    await see(/NVIDIA API key is made complete when you deploy/);
    await see(/Both Secrets are written with the key that you entered\./);
    await expect(screen.queryByText(/is incomplete/)).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

/** Who may not read Secrets cannot know whether there is a key, and is told so and asked for one. */
export const NotReadable = meta.story({
  beforeEach: network({
    objects: having(...storedSecrets),
    faults: [answers(SECRETS, 403, statusBody('Forbidden', 'secrets is forbidden'))],
  }),
  play: async () => {
    await see('This project may have a key that you are not allowed to see');
    await see(/^If it has one, "Deploy model" creates nothing, and you can use that key then/);
    await expect(await keyInput()).toBeEnabled();
    await expect(verifyButton()).toBeEnabled();
    await expect(review()).toHaveTextContent('None');
  },
});

/** Said before anything is typed, beside a field that is there at once and is shut then. */
export const MayNotAddOne = meta.story({
  beforeEach: network({ user: 'vic' }),
  play: async () => {
    await seeThatNoneCanBeAdded();
  },
});

export const RightsNotKnownYet = meta.story({
  beforeEach: network({ user: 'vic', faults: [neverAnswers(REVIEWS)] }),
  play: async () => {
    await expect(await keyInput()).toBeEnabled();
    await expect(screen.queryByText(NOT_ALLOWED)).toBeNull();
  },
});

const reviewed = fn();

/** Nobody is told that they may not what nobody has said. */
export const RightsNotKnown = meta.story({
  beforeEach: [
    network({ user: 'vic', faults: [http.post(REVIEWS, () => reviewed()), breaks(REVIEWS)] }),
    () => void reviewed.mockClear(),
  ],
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, testKeys.valid.key);
    await waitFor(() => expect(reviewed).toHaveBeenCalledOnce());
    await expect(screen.queryByText(NOT_ALLOWED)).toBeNull();
  },
});

/** Then it is the plugin's service that says so, and the field is shut as well. */
export const RightsKnownByTheService = meta.story({
  beforeEach: network({ user: 'vic', faults: [breaks(REVIEWS)] }),
  play: async ({ userEvent }) => {
    await enterKey(userEvent, testKeys.valid.key);
    await seeThatServiceRefused();
  },
});

export const NotNeeded = meta.story({
  beforeEach: network({ nimConfig: { disconnected: { disableKeyCollection: true } } }),
  play: async () => {
    await see('No NVIDIA API key is needed');
    await expect(review()).toHaveTextContent('None needed');
    await expect(nextButton()).toBeEnabled();
  },
});

export const WithoutVerification = meta.story({
  beforeEach: network({ nimConfig: { disableKeyValidation: true } }),
  play: async ({ userEvent }) => {
    await pasteKey(userEvent, testKeys.revoked.key);
    await userEvent.click(screen.getByRole('button', { name: 'Use key' }));
    await see(/g7h8 is used without verification/);
    await expect(review()).toHaveTextContent('Ends in g7h8, not verified');
    await expect(nextButton()).toBeEnabled();
  },
});

export const Editing = meta.story({
  beforeEach: network({ objects: having(...storedSecrets) }),
  args: {
    initialData: { isEditing: true, [API_KEY_FIELD]: { kind: 'in-use', project: 'nim-demo' } },
  },
  play: async () => {
    await see(/The NVIDIA API key of a deployment cannot be changed here\./);
    await expect(screen.queryByText(/This project has/)).toBeNull();
    await expect(screen.queryByLabelText(/^NVIDIA API key/)).toBeNull();
    await expect(nextButton()).toBeEnabled();
  },
});

/** Nothing can be entered while a deployment is edited, and so nothing is asked for. */
export const EditingWithHalfAKey = meta.story({
  beforeEach: network({ objects: having(...storedSecrets.slice(0, 1)) }),
  args: {
    initialData: { isEditing: true, [API_KEY_FIELD]: { kind: 'in-use', project: 'nim-demo' } },
  },
  play: async () => {
    await see(/The NVIDIA API key of a deployment cannot be changed here\./);
    await expect(screen.queryByText(/is incomplete/)).toBeNull();
  },
});
