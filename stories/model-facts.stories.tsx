import { expect, screen, waitFor, within } from 'storybook/test';
import preview from '../.storybook/preview.tsx';
import { modelField } from '../src/dashboard/model-wizard-field.tsx';
import { ModelFacts } from '../src/wizard/model/picker/model-facts.tsx';
import { StoryHost } from './host/story-host.tsx';
import { modelInput } from './model-input.ts';
import { network } from './network/network.ts';
import { catalogOf, entry } from './network/objects.ts';

/** What a generated catalog knows of a chosen model, and an older one does not. */
const meta = preview.meta({
  title: 'Fields/Model/About the model',
  component: StoryHost,
  subcomponents: { ModelFacts },
  args: { fields: [modelField], project: 'nim-demo' },
});

const known = entry('known', {
  tags: ['1.1.0', '1.0.0', 'latest'],
  latestTag: '1.1.0',
  latestTagPushedDate: '2026-02-03T00:00:00Z',
  profiles: [{ profileId: 'two', tensorParallelSize: 2, minVramPerDeviceGb: 80 }],
});

/** Of a single version a catalog knows the date of the latest tag alone. */
export const DateOfTheLatestVersion = meta.story({
  beforeEach: network({ objects: catalogOf({ known }) }),
  play: async ({ userEvent }) => {
    await userEvent.type(await modelInput(), 'known{Enter}');
    const facts = screen.getByLabelText('About the model');
    await expect(facts).toHaveTextContent('GPUs2 × 80 GB GPU');
    await userEvent.click(within(facts).getByRole('button', { name: 'All 3 versions' }));
    const versions = (): (string | null)[] =>
      within(facts)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent?.replaceAll('\u00A0', ' ') ?? null);
    await waitFor(() =>
      expect(versions()).toEqual(['1.1.0 · Feb 3, 2026', '1.0.0', 'latest (moves)']),
    );
  },
});
