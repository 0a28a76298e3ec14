import { useState } from 'react';
import type { UserFilter } from '../../../electron/contract/users/bulk.ts';
import type { UserQuery } from '../../../electron/contract/users/user.ts';
import { rowAt } from '../../controls/grid/rowPages.ts';
import { useVisiblePages } from '../../controls/grid/useVisiblePages.ts';
import { useDebounced } from '../../controls/useDebounced.ts';
import { useUserPages } from './usersQueries.ts';
import { useUserSelection } from './useUserSelection.ts';

export const everyUser: UserFilter = { search: '', kind: null, state: null, roleId: null, folderId: null };

const byName: UserQuery['sort'] = { column: 'name', descending: false };

/** A person who types lets no more than this many ms pass between two keys. */
const typingPause = 150;

/** What the list of users shows: search, filter and order, the rows that are loaded, and what is selected. */
export const useUserList = () => {
  const [filter, setFilter] = useState(everyUser);
  const [sort, setSort] = useState(byName);
  const search = useDebounced(filter.search.trim(), typingPause);
  const asked = { ...filter, search };
  const wanted = { filter: asked, sort };
  const visible = useVisiblePages();
  const { front, pages, error } = useUserPages(wanted, visible.pages);
  const { total, groups } = front ?? { total: 0, groups: 0 };
  const selected = useUserSelection(wanted, { shown: front?.filter ?? asked, total });
  return {
    filter,
    setFilter: (change: Partial<UserFilter>) => setFilter((known) => ({ ...known, ...change })),
    sort,
    setSort,
    /** The list begins anew with another one. */
    asked,
    front,
    total,
    /** Of them: groups of the directory. */
    groups,
    error: error ?? selected.error,
    selected,
    userAt: (index: number) => rowAt(pages, index),
    onVisible: visible.onVisible,
  };
};

export type UserList = ReturnType<typeof useUserList>;
