import { expect, it } from 'vitest';
import type { ListedRevision } from '../../../../../electron/contract/settings/settings.contract.ts';
import { revisionsOnPage, showRevision } from '../../../../../renderer/areas/settings/revisionPages.ts';

const count = revisionsOnPage * 2 + 1;

/** Newest first, as they are listed. */
const revisions = Array.from({ length: count }, (_, index): ListedRevision => ({
  revision: count - index,
  at: '2026-11-21T02:00:00Z',
  by: 'anna',
  operation: 'mail.saveProfile',
  changes: [],
  hiddenChanges: 0,
}));

it('shows the newest save when none is named, or one that is gone', () => {
  for (const number of [null, '9999'])
    expect(showRevision(revisions, number)).toMatchObject({ shown: { revision: count }, page: 0, pages: 3 });
});

it('shows a save of any page on the page that it is on', () => {
  expect(showRevision(revisions, '1')).toEqual({
    shown: revisions.at(-1),
    page: 2,
    pages: 3,
    onPage: [revisions.at(-1)],
  });
  expect(showRevision(revisions, String(count - revisionsOnPage))).toMatchObject({ page: 1 });
});

it('shows nothing before the first save', () => {
  expect(showRevision([], null)).toBeNull();
});
