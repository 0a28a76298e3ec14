import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { idsBetween, type LoadPage } from './rowPages.ts';
import { nothingSelected, toggled } from './rowSelection.ts';

type Range = { first: number; last: number };

/** What is selected in a list whose rows come page by page; rows that are not loaded yet are fetched to be selected. */
export const useRowSelection = (load: LoadPage) => {
  const [selection, select] = useState(nothingSelected);
  const range = useMutation({
    mutationFn: ({ first, last }: Range) => idsBetween(first, last, load),
    onSuccess: (ids) => select(new Set(ids)),
    /** One after the other: the range that was asked for last is the one that stays. */
    scope: { id: useId() },
  });
  return {
    selection,
    select,
    toggle: (id: string) => select((known) => toggled(known, id)),
    /** Both ends included; a failure is `error`. */
    selectRange: (first: number, last: number) => range.mutate({ first, last }),
    error: range.error,
  };
};
