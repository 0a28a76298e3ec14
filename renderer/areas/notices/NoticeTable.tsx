import { Body1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../electron/contract/notices/notice.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { formatRoute } from '../../shell/route.ts';
import { noticeStateOf, noticeTones } from './noticeState.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', overflowWrap: 'break-word' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  shown: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  link: {
    color: tokens.colorNeutralForeground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type NoticeTableProps = { notices: readonly Notice[]; shownId: string | null };

/** Mails of the program; each address leads to its details. */
export const NoticeTable = ({ notices, shownId }: NoticeTableProps) => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  if (notices.length === 0) return <Body1>{t('empty')}</Body1>;
  return (
    <table className={styles.table} aria-label={t('list')}>
      <thead>
        <tr>
          {(['to', 'kind', 'at', 'state'] as const).map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <tr key={notice.id} className={mergeClasses(notice.id === shownId && styles.shown)}>
            <td className={styles.cell}>
              <a
                className={styles.link}
                href={formatRoute({ area: 'notices', id: notice.id })}
                {...(notice.id === shownId ? { 'aria-current': 'true' } : {})}
              >
                {notice.toAddress}
              </a>
            </td>
            <td className={styles.cell}>{t(`kinds.${notice.kind}`)}</td>
            <td className={styles.cell}>
              <NearTime moment={notice.createdAt} focusable={false} />
            </td>
            <td className={styles.cell}>
              <StateBadge tone={noticeTones[noticeStateOf(notice)]}>
                {t(`states.${noticeStateOf(notice)}`)}
              </StateBadge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
