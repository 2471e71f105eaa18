import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, type ReactElement, useEffect, useSyncExternalStore } from 'react';
import { GLOBALS_UPDATED } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { themes } from 'storybook/theming';
import { showTheme } from './show-theme.ts';

/** Storybook's own pages in the theme of the toolbar: no decorator is asked for them. */
export const ThemedDocs = (props: PropsWithChildren<DocsContainerProps>): ReactElement => {
  const theme = useSyncExternalStore(watchTheme, () => chosen);
  useEffect(() => showTheme(theme), [theme]);
  return <DocsContainer {...props} theme={theme === 'dark' ? themes.dark : themes.light} />;
};

/** Storybook hands what was chosen before the page was loaded over in its address. */
const themeOfAddress = (): unknown =>
  /(?:^|;)theme:(\w+)/.exec(new URLSearchParams(location.search).get('globals') ?? '')?.[1];

/** Not a component's state: Storybook mounts the page anew whenever a global changes. */
let chosen = themeOfAddress();
const watchers = new Set<() => void>();

const watchTheme = (watcher: () => void): (() => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

const followToolbar = async (): Promise<void> => {
  const channel = await addons.ready();
  channel.on(GLOBALS_UPDATED, ({ globals }: { globals: Record<string, unknown> }) => {
    chosen = globals['theme'];
    watchers.forEach((watcher) => watcher());
  });
};

void followToolbar();
