import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  value: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'pre-wrap' },
});

/** Every header field of the message in the order in which it stands (RFC 5322). */
export const HeaderTable = ({ headers }: { headers: Message['headers'] }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th className={styles.cell}>{t('reader.headerName')}</th>
          <th className={styles.cell}>{t('reader.headerValue')}</th>
        </tr>
      </thead>
      <tbody>
        {headers.map(({ name, value }, index) => (
          <tr key={index}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            <td className={mergeClasses(styles.cell, styles.value)}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
