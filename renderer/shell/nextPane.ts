const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea, [tabindex="0"]';

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

/** Moves the focus into the next pane of the page (elements marked `data-pane`), after the last into the first. */
export const focusNextPane = (): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  const present = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(present + 1) % panes.length];
  if (!next) return;
  const inside = [...next.querySelectorAll<HTMLElement>(focusable)].find(isShown);
  (inside ?? next).focus();
};

/** Moves the focus to the page of the area that is shown; the next Tab goes to its first control. */
export const focusMain = (): void => document.querySelector('main')?.focus({ preventScroll: true });
