const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEPT = 'entente.theme';

const kept = (): Theme => {
  const value = localStorage.getItem(KEPT);
  return (THEMES as readonly (string | null)[]).includes(value) ? (value as Theme) : 'auto';
};

const listeners = new Set<() => void>();

const apply = (): void => {
  const theme = kept();
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
apply();

/** The theme that is chosen: as the system has it, light, or dark. */
export const themeName = (): string => (kept() === 'auto' ? 'as the system' : kept());

export const cycleTheme = (): void => {
  localStorage.setItem(KEPT, THEMES[(THEMES.indexOf(kept()) + 1) % THEMES.length]!);
  apply();
};

/** Told when colours change. */
export const onTheme = (listener: () => void): void => {
  listeners.add(listener);
};
