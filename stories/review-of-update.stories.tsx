import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { olderByWizard } from '../src/dashboard/deployed-by-others.factory.ts';
import type { WizardState } from '../src/dashboard/host-contract.ts';
import { reopenedForm } from '../src/dashboard/reopened-form.factory.ts';
import { UpdateChecks } from '../src/dashboard/review-update.tsx';
import { see } from './host/page-queries.ts';
import { breaks, neverAnswers } from './network/faults.ts';
import { network } from './network/network.ts';
import { having, olderSecrets } from './network/objects.ts';

const deployment = olderByWizard();
const deployed = [
  deployment.model,
  ...(deployment.server ? [deployment.server] : []),
  ...olderSecrets,
];

/** The form of the deployment as it was opened, but for what was changed in it. */
const formWith = (changed: Partial<WizardState> = {}) => {
  const { state, initialData } = reopenedForm(deployment, changed);
  return { state, initialData };
};

/** On the review page while a deployment is edited: what is known to be wrong with the update. */
const meta = preview.meta({
  title: 'Review/Checks of an update',
  component: UpdateChecks,
  args: formWith(),
  beforeEach: network({ objects: having(...deployed) }),
});

const SERVICES = '*/api/k8s/apis/serving.kserve.io/v1beta1/namespaces/nim-demo/inferenceservices';

export const Looking = meta.story({
  beforeEach: network({ objects: having(...deployed), faults: [neverAnswers(SERVICES)] }),
  play: async () => {
    await see('Checking');
  },
});

export const NothingFound = meta.story({
  play: async () => {
    await see('No problem was found.');
  },
});

const variables = [{ name: 'PYTHONPATH', value: '/' }];
const wrong = formWith({ environmentVariables: { data: { enabled: true, variables } } });

export const Problem = meta.story({
  args: wrong,
  play: async () => {
    await see('The environment variable PYTHONPATH cannot be set.');
  },
});

/** Somebody has deleted it meanwhile: there is nothing to update. */
export const Gone = meta.story({
  beforeEach: network(),
  play: async () => {
    await see('The deployment is not in the project any more.');
    await see(/Deploy the model anew/);
  },
});

export const Offline = meta.story({
  beforeEach: network({ objects: having(...deployed), faults: [breaks(SERVICES)] }),
  play: async () => {
    await see('No problem was found in what could be checked.');
    await see(/^Not checked: names of deployments\./);
  },
});

/** vic may look at the project, and change nothing in it. */
export const Forbidden = meta.story({
  beforeEach: network({ user: 'vic', objects: having(...deployed) }),
  play: async () => {
    await see('You may not change this deployment.');
  },
});

export const CheckedAgain = meta.story({
  beforeEach: network({ objects: having(...deployed), faults: [breaks(SERVICES)] }),
  play: async ({ msw, userEvent }) => {
    await see('No problem was found in what could be checked.');
    network()({ msw });
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await see('The deployment is not in the project any more.');
    await expect(screen.queryByText(/^Not checked/)).toBeNull();
  },
});

export const OnAPhoneInTheDark = meta.story({
  args: wrong,
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async () => {
    await see('The environment variable PYTHONPATH cannot be set.');
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
