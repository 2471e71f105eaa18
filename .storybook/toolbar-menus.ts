/** What the toolbar says as long as nobody has touched it, and in every test. */
export const toolbarDefaults = { theme: 'light', user: 'story', fault: 'none', faultAt: '1' };

const menu = (description: string, icon: Icon, titles: Record<string, string>) => ({
  description,
  toolbar: {
    icon,
    title: description,
    dynamicTitle: true,
    items: Object.entries(titles).map(([value, title]) => ({ value, title })),
  },
});

type Icon = 'contrast' | 'user' | 'lightning' | 'timer';

/**
 * The toolbar's menus: the theme, and what `stories/network` makes of the rest. The width has a menu
 * of Storybook's own, for the preview's viewports.
 */
export const toolbarMenus = {
  theme: menu('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
  user: menu('User of the cluster', 'user', {
    story: 'User: as the story says',
    ada: 'ada edits the project',
    pat: 'pat administers the project',
    vic: 'vic only looks',
    admin: 'admin runs the cluster',
  }),
  fault: menu('Fault of the cluster', 'lightning', {
    none: 'No fault',
    '403': '403: forbidden',
    '409': '409: exists, or was changed',
    '500': '500: broken',
    'no-answer': 'Never answers',
    'no-connection': 'No connection',
  }),
  faultAt: menu('Which write the fault meets', 'timer', {
    '1': 'at the first write',
    '2': 'at the second write',
    '3': 'at the third write',
    '4': 'at the fourth write',
    '5': 'at the fifth write',
    every: 'at every write',
  }),
};
