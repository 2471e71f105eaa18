import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { modelInput } from './model-input.ts';
import { answers, breaks, neverAnswers } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';
import { lacking } from './network/objects.ts';

const CATALOG = '*/api/k8s/api/v1/namespaces/opendatahub/configmaps/nim-models-data';

const meta = preview.meta({
  title: 'Fields/Model/While it loads',
  component: StoryHost,
  subcomponents: { ModelField },
  args: { fields: [modelField], project: 'nim-demo' },
});

export const Loading = meta.story({
  beforeEach: network({ faults: [neverAnswers(CATALOG)] }),
  play: async () => {
    await expect(await screen.findByText('Loading the models')).toBeInTheDocument();
    await see('Model');
  },
});

export const TriedAgain = meta.story({
  beforeEach: network({ faults: [breaks(CATALOG)] }),
  play: async ({ msw, userEvent }) => {
    await see('The models could not be loaded');
    connectionIsBack({ msw });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect(await modelInput()).toBeEnabled();
  },
});

export const ClusterUnreachable = meta.story({
  beforeEach: network({ faults: [breaks(CATALOG)] }),
  play: async () => {
    await see(
      /^The cluster did not answer .*\(ConfigMap nim-models-data in opendatahub\)\. Try again/,
    );
  },
});

export const NotInstalled = meta.story({
  beforeEach: network({ objects: lacking('ConfigMap', 'nim-models-data') }),
  play: async () => {
    const text = await screen.findByText(/nim-models-data is not in the namespace opendatahub/);
    await expect(text).toHaveTextContent('Ask an administrator to install it.');
  },
});

export const NotPermitted = meta.story({
  beforeEach: network({ objects: lacking('RoleBinding', 'nim-models-data-reader') }),
  play: async () => {
    await see(/^You may not read the model catalog/);
  },
});

export const DashboardBroken = meta.story({
  beforeEach: network({ faults: [answers('*/api/status', 502, {})] }),
  play: async () => {
    await see(/answered 502 for \/api\/status/);
  },
});

/** An administrator's mistyped configuration is named, not ignored. */
export const ConfigurationUnreadable = meta.story({
  beforeEach: network({ nimConfig: { keyScope: 'galaxy' } }),
  play: async () => {
    await see(/spec.nimConfig.keyScope/);
  },
});
