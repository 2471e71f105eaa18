import { expect, screen } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelField } from '../src/wizard/model/model-field.tsx';
import { see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { expectAboveTheList, modelInput } from './model-input.ts';
import { answers, breaks, neverAnswers } from './network/faults.ts';
import { connectionIsBack, network } from './network/network.ts';
import { catalogOf, catalogWithParts, lacking } from './network/objects.ts';

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
    await expect(await screen.findByRole('group', { name: 'Model' })).toHaveTextContent(
      'The models could not be loaded',
    );
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
    await see(
      /^The dashboard could not say how it is set up \(it answered 502 for \/api\/status\)\. Reload/,
    );
  },
});

/** The models of the other parts can be chosen. */
export const PartMissing = meta.story({
  beforeEach: network({ objects: catalogWithParts('nim-models-data-2') }),
  play: async () => {
    await expect(await modelInput()).toHaveAttribute('placeholder', 'Search 186 models');
    await see('A part of the model catalog could not be read');
    const text = screen.getByText(/^The ConfigMap nim-models-data-2 is not in the namespace/);
    await expectAboveTheList(text);
    await expect(screen.queryByText(/models? could not be read/)).toBeNull();
  },
});

/** One that is not there, and one that the shipped Role does not name. */
export const PartsMissing = meta.story({
  beforeEach: network({ objects: catalogWithParts('nim-models-data-2,our-models') }),
  play: async () => {
    await see('2 parts of the model catalog could not be read');
    await see(/^The ConfigMap nim-models-data-2 is not in the namespace opendatahub,/);
    await see(/^You may not read the ConfigMap our-models in opendatahub,/);
  },
});

/** What is there has no model: the catalog is not an empty one. */
export const OnlyPartMissing = meta.story({
  beforeEach: network({
    objects: (seed) => catalogWithParts('nim-models-data-2')(catalogOf({})(seed)),
  }),
  play: async () => {
    await see('A part of the model catalog could not be read');
    await see(/^The ConfigMap nim-models-data-2 is not in the namespace opendatahub,/);
    await expect(screen.queryByText(/can be read|no model/i)).toBeNull();
    await expect(screen.queryByRole('combobox')).toBeNull();
  },
});

/** An administrator's mistyped configuration is named, not ignored. */
export const ConfigurationUnreadable = meta.story({
  beforeEach: network({ nimConfig: { keyScope: 'galaxy' } }),
  play: async () => {
    await see(/spec.nimConfig.keyScope/);
  },
});
