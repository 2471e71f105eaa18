import { expect, fn, screen } from 'storybook/test';
import preview from '../../.storybook/preview.tsx';
import { WhenLoaded } from '../../src/wizard/when-loaded.tsx';
import { see } from '../host/page-queries.ts';
import { inForm } from './in-form.tsx';

const retry = fn();

const meta = preview.meta({
  title: 'Components/When loaded',
  component: WhenLoaded<string>,
  decorators: [inForm],
  args: {
    external: { data: { retry }, loaded: false },
    label: 'Planets',
    loadingText: 'Loading the planets',
    errorTitle: 'The planets could not be loaded',
    children: (value: string) => <p>{value}</p>,
  },
});

export const Loading = meta.story({
  play: async () => {
    await see('Planets');
    await expect(screen.getByText('Loading the planets')).toBeInTheDocument();
    // The mark of a field that has to be filled in comes with its label, and not later.
    await expect(screen.getByText('Planets').parentElement).toHaveTextContent('Planets *');
  },
});

export const Failed = meta.story({
  args: {
    external: { data: { retry }, loaded: false, loadError: new Error('The sky is cloudy.') },
  },
  play: async ({ userEvent }) => {
    await expect(screen.getByRole('group', { name: 'Planets' })).toHaveTextContent(
      'The planets could not be loaded',
    );
    await see('The sky is cloudy.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await expect(retry).toHaveBeenCalledOnce();
  },
});

export const There = meta.story({
  args: { external: { data: { retry, value: 'Eight of them' }, loaded: true } },
  play: async () => {
    await see('Eight of them');
    await expect(screen.queryByText('Planets')).toBeNull();
  },
});

const LONG = 'no-such-host.'.repeat(20);

export const FailedOnAPhoneInTheDark = meta.story({
  args: {
    external: { data: { retry }, loaded: false, loadError: new Error(`${LONG} لا يجيب`) },
  },
  globals: { theme: 'dark', viewport: { value: 'phone' } },
  play: async () => {
    await see(/^no-such-host/);
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  },
});
