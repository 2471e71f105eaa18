import { expect, screen, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import type { KubernetesObject } from '../src/cluster/kubernetes.ts';
import { storageField } from '../src/dashboard/storage-wizard-field.tsx';
import { StorageField } from '../src/wizard/storage/storage-field.tsx';
import { nextButton, review, see } from './host/page-queries.ts';
import { StoryHost } from './host/story-host.tsx';
import { network } from './network/network.ts';
import { deployedWith, having, volume } from './network/objects.ts';

/** Volumes as large projects have them, and names as people give them. */
const meta = preview.meta({
  title: 'Fields/Model cache/Many volumes',
  component: StoryHost,
  subcomponents: { StorageField },
  args: { fields: [storageField], project: 'nim-demo', hasReview: true },
});

const manyVolumes = Array.from({ length: 10_000 }, (_, index) =>
  volume(`cache-${String(index + 1).padStart(5, '0')}`, '100Gi', ''),
);

const chooseExisting = async (person: { click: (element: Element) => Promise<void> }) => {
  await person.click(await screen.findByRole('radio', { name: 'Use an existing volume' }));
  return screen.findByRole('combobox', { name: /^Volume/ });
};

/** Only some are in the page, and any of them is found by its name. */
export const TenThousand = meta.story({
  beforeEach: network({ objects: having(...manyVolumes) }),
  play: async ({ userEvent }) => {
    const select = await chooseExisting(userEvent);
    await see('The first 100 of 10,000 volumes are listed.');
    await see('cache-00001 (existing volume)');
    await expect(within(select).getAllByRole('option')).toHaveLength(100);
    await userEvent.type(screen.getByLabelText('Find a volume by its name'), 'Cache-0987');
    await see('10 volumes are listed.');
    await userEvent.selectOptions(select, 'cache-09876');
    await expect(review()).toHaveTextContent('cache-09876 (existing volume)');
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    await expect(select).toHaveDisplayValue(/^cache-09876 /);
    await expect(nextButton()).toBeEnabled();
  },
});

export const NoneFound = meta.story({
  beforeEach: network({ objects: having(...manyVolumes.slice(0, 101)) }),
  play: async ({ userEvent }) => {
    const select = await chooseExisting(userEvent);
    await see('cache-00001 (existing volume)');
    await userEvent.type(screen.getByLabelText('Find a volume by its name'), 'llama');
    await see('0 volumes are listed.');
    await expect(select).toHaveDisplayValue(/^cache-00001 /);
  },
});

/** So many can be read, and are not searched. */
export const AHundred = meta.story({
  beforeEach: network({ objects: having(...manyVolumes.slice(0, 100)) }),
  play: async ({ userEvent }) => {
    const select = await chooseExisting(userEvent);
    await see('cache-00001 (existing volume)');
    await expect(within(select).getAllByRole('option')).toHaveLength(100);
    await expect(screen.queryByLabelText('Find a volume by its name')).toBeNull();
  },
});

/** Without internet the cache is chosen as ever. */
export const Disconnected = meta.story({
  beforeEach: network({ nimConfig: { disconnected: { disableKeyCollection: true } } }),
  play: async () => {
    await expect(await screen.findByRole('radio', { name: 'Create a new volume' })).toBeChecked();
    await expect(nextButton()).toBeEnabled();
  },
});

const [runtime, service] = deployedWith('llama', `نموذج اللغة ${'طويل'.repeat(30)}`);
const claim = { name: 'cache', persistentVolumeClaim: { claimName: 'models' } };

/** Volumes have names of their own alphabet; who uses them is called as people like. */
export const UsedByLongAndRightToLeft = meta.story({
  beforeEach: network({
    objects: having(
      volume('models', '100Gi', ''),
      { ...runtime, spec: { ...runtime.spec, volumes: [claim] } } as KubernetesObject,
      service,
    ),
  }),
  globals: { viewport: { value: 'phone' } },
  play: async ({ userEvent }) => {
    const select = await chooseExisting(userEvent);
    const used = await screen.findByRole('option', { name: /used by نموذج/ });
    await userEvent.selectOptions(select, used);
    await see(/The volume "models" is used by "نموذج/);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
