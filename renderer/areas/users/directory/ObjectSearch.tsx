import { Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryObject } from '../../../../electron/contract/directory/directoryObject.ts';
import { DirectoryFailure } from './DirectoryFailure.tsx';
import { DomainSelect } from './DomainSelect.tsx';
import { FoundObjects } from './FoundObjects.tsx';
import { type ObjectSearchState, useObjectSearch } from './useObjectSearch.ts';

const useStyles = makeStyles({
  search: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  box: { maxWidth: 'none' },
  /** As high before the search as after it: the dialog does not jump while somebody types. */
  results: {
    ...{ display: 'flex', flexDirection: 'column', height: '242px' },
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  note: { color: tokens.colorNeutralForeground2 },
});

type ObjectSearchProps = {
  chosen: readonly DirectoryObject[];
  onChange: (chosen: readonly DirectoryObject[]) => void;
};

/** Finds users and groups of a domain, and chooses among them. */
export const ObjectSearch = ({ chosen, onChange }: ObjectSearchProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const search = useObjectSearch();
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'F5' && !(event.key === 'Enter' && event.target instanceof HTMLInputElement)) return;
    /** Neither sends the form around it nor loads the page anew. */
    event.preventDefault();
    search.searchNow();
  };
  return (
    <section aria-label={t('people.find')} className={styles.search} onKeyDown={press}>
      <DomainSelect value={search.domain} onChange={search.setDomain} />
      <Field label={t('people.search')} hint={t('people.searchHelp')}>
        <SearchBox
          className={styles.box}
          value={search.typed}
          spellCheck={false}
          onChange={(_, { value }) => search.setTyped(value.slice(0, 256))}
        />
      </Field>
      <SearchStatus search={search} />
      {search.error ? (
        <DirectoryFailure error={search.error} />
      ) : (
        <div className={styles.results}>
          {search.found && search.found.objects.length > 0 && (
            <FoundObjects objects={search.found.objects} chosen={chosen} onChange={onChange} />
          )}
        </div>
      )}
    </section>
  );
};

/** How many are found, whether there may be more, and what is missing for a search. */
const SearchStatus = ({ search }: { search: ObjectSearchState }) => {
  const { t } = useTranslation('directory');
  const { found, isSearching, isTooShort, minimumLength } = search;
  const texts = () => {
    if (isTooShort) return [t('people.tooShort', { count: minimumLength })];
    if (isSearching) return [t('people.searching')];
    if (!found) return [];
    const cut = found.cutBy === null ? [] : [t(`people.cutBy.${found.cutBy}`)];
    return [t('people.found', { count: found.objects.length }), ...cut];
  };
  return (
    <Text size={200} className={useStyles().note} role="status">
      {texts().join(' ')}
    </Text>
  );
};
