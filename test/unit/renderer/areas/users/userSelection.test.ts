import { describe, expect, it } from 'vitest';
import type { UserFilter } from '../../../../../electron/contract/users/bulk.ts';
import {
  isSelected,
  selectedCount,
  selectionIn,
  subjectOf,
} from '../../../../../renderer/areas/users/userSelection.ts';

const everyUser: UserFilter = { search: '', kind: null, state: null, roleId: null, folderId: null };
const ids: ReadonlySet<string> = new Set(['a', 'b']);

describe('selected users', () => {
  it('are some by their ids, whatever the list shows', () => {
    const selection = selectionIn({ ...everyUser, search: 'c' }, { ids, everybody: null });
    expect([isSelected(selection, 'a'), isSelected(selection, 'c')]).toEqual([true, false]);
    expect(selectedCount(selection, 5_000)).toBe(2);
    expect(subjectOf(selection)).toEqual({ ids: ['a', 'b'] });
  });

  it('are everybody whom the filter of the list finds', () => {
    const selection = selectionIn({ ...everyUser }, { ids, everybody: everyUser });
    expect(isSelected(selection, 'c')).toBe(true);
    expect(selectedCount(selection, 5_000)).toBe(5_000);
    expect(subjectOf(selection)).toEqual({ filter: everyUser });
  });

  it('are everybody no longer once the list shows others', () => {
    const selection = selectionIn(
      { ...everyUser, state: 'locked' },
      { ids: new Set(), everybody: everyUser },
    );
    expect(selectedCount(selection, 5_000)).toBe(0);
  });
});
