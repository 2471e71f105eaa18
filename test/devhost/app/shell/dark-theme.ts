import { useEffect, useState } from 'react';

const KEY = 'devhost-dark-theme';
const DARK = 'pf-v6-theme-dark';

/** The theme of the whole page; remembered, and at first the system's. */
export const useDarkTheme = (): [boolean, (isDark: boolean) => void] => {
  const [isDark, setIsDark] = useState(
    () =>
      (localStorage.getItem(KEY) ?? String(matchMedia('(prefers-color-scheme: dark)').matches)) ===
      'true',
  );
  useEffect(() => {
    document.documentElement.classList.toggle(DARK, isDark);
    localStorage.setItem(KEY, String(isDark));
  }, [isDark]);
  return [isDark, setIsDark];
};
