import { closestLanguage } from './texts/translations.ts';

const texts = import.meta.glob<{ failed: string }>('../electron/locales/*/start.json', {
  import: 'default',
  eager: true,
});

/** What is said when the console cannot be opened: part of the page itself, because loading may be what failed. */
export const startFailureText = (preferred: readonly string[]): string =>
  texts[`../electron/locales/${closestLanguage(preferred)}/start.json`]?.failed ?? '';

/** Shows in `root` that the console cannot be opened, and why. */
export const showStartFailure = (root: HTMLElement, error: unknown): void => {
  document.documentElement.lang = closestLanguage(navigator.languages);
  const [advice, reason] = [startFailureText(navigator.languages), String(error)].map((text) =>
    Object.assign(document.createElement('p'), { className: 'splash', textContent: text }),
  );
  const alert = Object.assign(document.createElement('main'), { role: 'alert' });
  alert.append(...[advice, reason].filter((paragraph) => paragraph !== undefined));
  root.replaceChildren(alert);
};
