import { useState } from 'react';
import { useDebounced } from '../../../controls/useDebounced.ts';
import { useDirectory } from '../../directory/directoryQueries.ts';
import { searchOf } from './addition.ts';
import { useFoundObjects } from './directoryPeopleQueries.ts';

/** A person who types a name lets no more than this many ms pass between two keys. */
const typingPause = 300;

/** The search for users and groups in one domain: what is typed, and what is found. Enter does not wait for the pause. */
export const useObjectSearch = () => {
  const values = useDirectory().data?.values;
  const [chosenDomain, setDomain] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState('');
  const settled = useDebounced(typed, typingPause);
  const domain = chosenDomain ?? values?.domain ?? '';
  const minimumLength = values?.search.minimumLength ?? 1;
  const wanted = searchOf(domain, typed, minimumLength);
  const search = wanted && searchOf(domain, entered === typed ? entered : settled, minimumLength);
  const { data, error, isFetching, refetch } = useFoundObjects(domain === '' ? null : search);
  return {
    domain,
    setDomain,
    typed,
    setTyped,
    minimumLength,
    isTooShort: wanted === null,
    /** Undefined: nothing was looked for yet. */
    found: search === null ? undefined : data,
    error,
    isSearching: isFetching || search?.text !== wanted?.text,
    /** Looks for what is typed now, also once more. */
    searchNow: () => {
      if (search !== null && search.text === wanted?.text) void refetch();
      setEntered(typed);
    },
  };
};

export type ObjectSearchState = ReturnType<typeof useObjectSearch>;
