import { Body1, Button, makeStyles, Spinner, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { AuditDetails as Details } from '../../../electron/contract/audit/entry.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { AuditChanges } from './AuditChanges.tsx';
import { useAuditEntry } from './auditQueries.ts';
import { resultTone } from './resultTone.ts';
import { useAuditTexts } from './useAuditTexts.ts';
import { useSentence } from './useSentence.ts';
import { useSubjectText } from './useSubjectText.ts';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type AuditDetailsProps = {
  number: number;
  onClose: () => void;
  onOnlyUser: (userId: string) => void;
  onOnlyOperation: (operation: string) => void;
};

/** One entry: who, what, when in both clocks, from where, and what was and became. */
export const AuditDetails = ({ number, onClose, onOnlyUser, onOnlyOperation }: AuditDetailsProps) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const { data: entry, error } = useAuditEntry(number);
  return (
    <div className={styles.details}>
      <div className={styles.head}>
        <Subtitle1 as="h2">{t('details.number', { number })}</Subtitle1>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={t('details.close')}
          onClick={onClose}
        />
      </div>
      <FailureBar error={error} />
      {!entry && !error && <Spinner label={t('list.loading')} />}
      {entry && (
        <>
          <EntryFacts entry={entry} />
          <div className={styles.commands}>
            {entry.userId !== null && (
              <Button size="small" onClick={() => onOnlyUser(entry.userId ?? '')}>
                {t('details.onlyUser')}
              </Button>
            )}
            <Button size="small" onClick={() => onOnlyOperation(entry.operation)}>
              {t('details.onlyOperation')}
            </Button>
          </div>
          <Subtitle2 as="h3">{t('details.changes')}</Subtitle2>
          <AuditChanges changes={entry.changes} />
        </>
      )}
    </div>
  );
};

const EntryFacts = ({ entry }: { entry: Details }) => {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { operationText, resultText, doorText } = useAuditTexts();
  const subject = useSubjectText()(entry);
  const sentence = useSentence()(entry);
  const { at, user, door, machine, operation, result, hash } = entry;
  return (
    <>
      <StateBadge tone={resultTone(result)}>{resultText(result)}</StateBadge>
      {sentence && <Body1>{sentence}</Body1>}
      <DetailList
        rows={[
          { label: t('columns.operation'), value: operationText(operation) },
          ...(subject === '' ? [] : [{ label: t('columns.subject'), value: subject }]),
          { label: t('columns.user'), value: user || t('list.nobody') },
          { label: t('details.local'), value: exactTime(at, language) },
          { label: t('details.utc'), value: at },
          { label: t('details.door'), value: doorText(door) },
          { label: t('details.machine'), value: machine },
          { label: t('details.operation'), value: operation },
          { label: t('columns.result'), value: result },
          { label: t('details.hash'), value: hash },
        ]}
      />
    </>
  );
};
