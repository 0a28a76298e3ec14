import type { ListedRevision } from '../../../electron/contract/settings/settings.contract.ts';

/** Saves in one page of the list. */
export const revisionsOnPage = 50;

/** What the list of saves shows: one save, and the page that it is on. */
export type ShownRevision = {
  shown: ListedRevision;
  /** From 0. */
  page: number;
  pages: number;
  onPage: readonly ListedRevision[];
};

/** The save with this number, or the newest one, among its neighbours; null when there is none at all. */
export const showRevision = (
  revisions: readonly ListedRevision[],
  number: string | null,
): ShownRevision | null => {
  const index = Math.max(
    0,
    revisions.findIndex(({ revision }) => String(revision) === number),
  );
  const shown = revisions[index];
  if (shown === undefined) return null;
  const page = Math.floor(index / revisionsOnPage);
  const onPage = revisions.slice(page * revisionsOnPage, (page + 1) * revisionsOnPage);
  return { shown, page, pages: Math.ceil(revisions.length / revisionsOnPage), onPage };
};
