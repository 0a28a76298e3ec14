import { Button, Field, Input, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { ChosenFilter } from './auditFilter.ts';
import { useAuditTexts } from './useAuditTexts.ts';
import { useUserName } from './useUserName.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  search: { flex: '1 1 150px', minWidth: 0 },
  day: { width: '142px' },
  outcome: { width: '150px' },
  inner: { minWidth: 0, width: '100%' },
  box: { minWidth: 0, width: '100%', maxWidth: 'none' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type AuditFiltersProps = {
  chosen: ChosenFilter;
  onChoose: (chosen: ChosenFilter) => void;
  /** Only what this user did; null: what anybody did. */
  userId: string | null;
  onAnyUser: () => void;
};

const outcomes = ['done', 'refused'] as const;

/** Which entries are listed. What was set from an entry stands below as a chip that takes it away again. */
export const AuditFilters = ({ chosen, onChoose, userId, onAnyUser }: AuditFiltersProps) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const { operationText } = useAuditTexts();
  const { operation } = chosen;
  return (
    <>
      <div role="group" className={styles.filters} aria-label={t('filters.label')}>
        <Field label={t('filters.search')} className={styles.search}>
          <SearchBox
            className={styles.box}
            value={chosen.text}
            placeholder={t('filters.searchIn')}
            onChange={(_, { value }) => onChoose({ ...chosen, text: value.slice(0, 256) })}
          />
        </Field>
        {(['from', 'until'] as const).map((end) => (
          <Field key={end} label={t(`filters.${end}`)} className={styles.day}>
            <Input
              className={styles.box}
              input={{ className: styles.inner }}
              type="date"
              value={chosen[end]}
              onChange={(_, { value }) => onChoose({ ...chosen, [end]: value })}
            />
          </Field>
        ))}
        <Field label={t('filters.outcome')} className={styles.outcome}>
          <Select
            select={{ className: styles.inner }}
            value={chosen.outcome ?? ''}
            onChange={(_, { value }) =>
              onChoose({ ...chosen, outcome: outcomes.find((outcome) => outcome === value) ?? null })
            }
          >
            <option value="">{t('filters.outcomes.all')}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`filters.outcomes.${outcome}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {(userId !== null || operation !== null) && (
        <div className={styles.chips}>
          {userId !== null && <UserChip userId={userId} onRemove={onAnyUser} />}
          {operation !== null && (
            <Chip text={operationText(operation)} onRemove={() => onChoose({ ...chosen, operation: null })} />
          )}
        </div>
      )}
    </>
  );
};

const UserChip = ({ userId, onRemove }: { userId: string; onRemove: () => void }) => {
  const { t } = useTranslation('audit');
  return <Chip text={t('filters.user', { user: useUserName(userId) })} onRemove={onRemove} />;
};

const Chip = ({ text, onRemove }: { text: string; onRemove: () => void }) => {
  const { t } = useTranslation('audit');
  return (
    <Button
      size="small"
      shape="circular"
      icon={<Dismiss16Regular />}
      iconPosition="after"
      aria-label={t('filters.remove', { filter: text })}
      onClick={onRemove}
    >
      {text}
    </Button>
  );
};
