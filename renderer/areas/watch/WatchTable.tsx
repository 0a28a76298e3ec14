import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WatchedThing } from '../../../electron/contract/watch/watch.ts';
import { watchText } from '../../../electron/locales/watchText.ts';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { exactDay, noonOf } from '../../texts/moments.ts';
import type { Language } from '../../../electron/contract/languages.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { watchTones } from './watchTones.ts';

const narrow = '@media (max-width: 799px)';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', verticalAlign: 'top' },
    [narrow]: { overflowWrap: 'anywhere' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  /** Names of servers and profiles know no end; words of the console stay whole. */
  name: { overflowWrap: 'anywhere', minWidth: '184px', [narrow]: { minWidth: 0 } },
  profiles: { overflowWrap: 'anywhere', minWidth: '80px', [narrow]: { minWidth: 0 } },
});

/** The day in UTC, as alerts and the command line have it: what ends with a day, ends with the same day everywhere. */
const dayText = (moment: string, language: Language): string =>
  exactDay(noonOf(moment.slice(0, 10)), language);

const columns = ['state', 'name', 'kind', 'detail', 'left', 'profiles'] as const;

/** Everything that is watched, the worst first: how it stands, until when, and who uses it. */
export const WatchTable = ({ things }: { things: readonly WatchedThing[] }) => {
  const { t } = useTranslation(['watch', 'findings']);
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={t('label')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {things.map((thing) => (
          <WatchRow key={thing.key} thing={thing} />
        ))}
      </tbody>
    </table>
  );
};

const WatchRow = ({ thing }: { thing: WatchedThing }) => {
  const { t } = useTranslation(['watch', 'findings']);
  const styles = useStyles();
  const language = useLanguage();
  const { state, name, kind, daysLeft, profiles } = thing;
  const translate = (key: string, parameters?: Readonly<Record<string, string | number>>): string =>
    t(key, { ...parameters });
  return (
    <tr>
      <td className={styles.cell}>
        <StateBadge tone={watchTones[state]}>{t(`states.${state}`)}</StateBadge>
      </td>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        {name}
      </th>
      <td className={styles.cell}>{t(`kinds.${kind}`)}</td>
      <td className={styles.cell}>{watchText(thing, translate, (moment) => dayText(moment, language))}</td>
      <td className={styles.cell}>{daysLeft !== null && daysLeft > 0 && t('left', { count: daysLeft })}</td>
      <td className={mergeClasses(styles.cell, styles.profiles)}>
        {profiles.length > 0 ? profiles.join(', ') : t('directory')}
      </td>
    </tr>
  );
};
