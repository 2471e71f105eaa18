/** PatternFly's theme is a class of the page. */
export const showTheme = (theme: unknown): void => {
  document.documentElement.classList.toggle('pf-v6-theme-dark', theme === 'dark');
};
