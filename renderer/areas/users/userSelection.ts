import type { BulkSubject, UserFilter } from '../../../electron/contract/users/bulk.ts';
import type { RowSelection } from '../../controls/grid/rowSelection.ts';

/** Which users are selected: some, by their ids, or everybody whom a filter finds. */
export type UserSelection = { kind: 'some'; ids: RowSelection } | { kind: 'everybody'; filter: UserFilter };

const isSame = (one: UserFilter, other: UserFilter): boolean =>
  one.search === other.search &&
  one.kind === other.kind &&
  one.state === other.state &&
  one.roleId === other.roleId &&
  one.folderId === other.folderId;

/**
 * What is selected in a list that shows the users of a filter: everybody only as long as `everybody` is that filter; some
 * stay selected whatever is shown.
 */
export const selectionIn = (
  shown: UserFilter,
  { ids, everybody }: { ids: RowSelection; everybody: UserFilter | null },
): UserSelection =>
  everybody && isSame(everybody, shown) ? { kind: 'everybody', filter: everybody } : { kind: 'some', ids };

export const isSelected = (selection: UserSelection, id: string): boolean =>
  selection.kind === 'everybody' || selection.ids.has(id);

/** How many are selected, when the filter finds `found`. */
export const selectedCount = (selection: UserSelection, found: number): number =>
  selection.kind === 'everybody' ? found : selection.ids.size;

/** Whom a bulk action is for. */
export const subjectOf = (selection: UserSelection): BulkSubject =>
  selection.kind === 'everybody' ? { filter: selection.filter } : { ids: [...selection.ids] };
