import type { MouseEvent } from 'react';

const isCut = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth && getComputedStyle(element).textOverflow === 'ellipsis';

/** A cell of a list whose text does not fit tells all of it as its tooltip, as soon as the mouse is over it. */
export const tellCutText = ({ target }: MouseEvent): void => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
  if (!cell) return;
  if ([cell, ...cell.querySelectorAll<HTMLElement>('*')].some(isCut)) cell.title = cell.innerText;
  else cell.removeAttribute('title');
};
