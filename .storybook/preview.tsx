import '@patternfly/react-core/dist/styles/base.css';
import '@patternfly/patternfly/patternfly-addons.css';
import './preview.css';
import { isUtilsConfigSet } from '@openshift/dynamic-plugin-sdk-utils';
import addonA11y from '@storybook/addon-a11y';
import addonDocs from '@storybook/addon-docs';
import { definePreview } from '@storybook/react-vite';
import addonMsw from 'msw-storybook-addon';
import { configure } from 'storybook/test';
import { network } from '../stories/network/network.ts';
import { setUpSdkUtils } from '../test/devhost/app/api/app-fetch.ts';
import { ThemedDocs } from './docs-container.tsx';
import { DocsPage } from './docs-page.tsx';
import { forgetEverything } from './forget-everything.ts';
import { showTheme } from './show-theme.ts';
import { toolbarDefaults, toolbarMenus } from './toolbar-menus.ts';
import { startWorker } from './worker.ts';

// Once a page, and a changed preview is evaluated anew in the same page.
if (!isUtilsConfigSet()) {
  setUpSdkUtils();
}

// A whole page of Storybook's own elements says nothing about a story: what a person reads there does.
configure({
  // A page that has just been loaded is slower than one that has played other stories before.
  asyncUtilTimeout: 5_000,
  getElementError: (message) =>
    new Error(
      `${message ?? ''}\n\nThe page says:\n${document.querySelector('#storybook-root')?.textContent ?? document.body.innerText}`,
    ),
});

const viewport = (name: string, width: number, type: 'desktop' | 'tablet' | 'mobile') => ({
  name: `${name} (${width})`,
  styles: { width: `${width}px`, height: '800px' },
  type,
});

export default definePreview({
  addons: [addonA11y(), addonDocs(), addonMsw(startWorker)],
  parameters: {
    // Every story is checked by axe, without exceptions.
    a11y: { test: 'error' },
    layout: 'padded',
    docs: { container: ThemedDocs, page: DocsPage },
    options: {
      storySort: {
        order: [
          'Start here',
          'The key',
          'The submission',
          'Writing a story',
          'Wizard',
          'Fields',
          'Review',
          'Settings card',
          'Components',
        ],
      },
    },
    viewport: {
      options: {
        wide: viewport('Wide', 1280, 'desktop'),
        narrow: viewport('Narrow', 800, 'tablet'),
        phone: viewport('Phone', 320, 'mobile'),
      },
    },
  },
  tags: ['autodocs'],
  initialGlobals: toolbarDefaults,
  globalTypes: toolbarMenus,
  decorators: [
    (Story, { globals }) => {
      showTheme(globals['theme']);
      // Another user, or another fault, is another beginning.
      return <Story key={`${globals['user']} ${globals['fault']} ${globals['faultAt']}`} />;
    },
  ],
  beforeEach: [forgetEverything, network()],
});
