import { Body1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { ChangesTable } from '../settings/ChangesTable.tsx';
import { useChangesStyles } from '../settings/changesStyles.ts';
import { isOfThing } from './auditChange.ts';
import { useChangeTexts } from './useChangeTexts.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  head: { fontWeight: tokens.fontWeightSemibold },
});

/** What was and became, by its label; a secret says only that it is one. */
export const AuditChanges = ({ changes }: { changes: readonly Change[] }) => {
  const { t } = useTranslation('audit');
  const ofThings = changes.filter(isOfThing);
  const ofSettings = changes.filter((change) => !isOfThing(change));
  if (changes.length === 0) return <Body1>{t('details.noChanges')}</Body1>;
  return (
    <>
      {ofThings.length > 0 && <ThingChanges changes={ofThings} />}
      {ofSettings.length > 0 && <ChangesTable changes={ofSettings} />}
    </>
  );
};

const ThingChanges = ({ changes }: { changes: readonly Change[] }) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const { cell } = useChangesStyles();
  const { fieldText, valueText } = useChangeTexts();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['field', 'before', 'after'] as const).map((column) => (
            <th key={column} scope="col" className={mergeClasses(cell, styles.head)}>
              {t(`details.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row" className={cell}>
              {fieldText(change)}
            </th>
            <td className={cell}>{valueText(change, 'before')}</td>
            <td className={cell}>{valueText(change, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
