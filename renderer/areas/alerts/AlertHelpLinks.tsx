import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../electron/contract/alerts/alert.ts';
import { formatRoute } from '../../shell/route.ts';
import { useSession } from '../../shell/useSession.ts';
import { alertHelp } from './alertHelp.ts';

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0, padding: 0 },
  link: { listStyleType: 'none' },
});

/** Leads to where something can be done about the alert, those who may go there. */
export const AlertHelpLinks = ({ alert }: { alert: Alert }) => {
  const { t } = useTranslation(['alerts', 'shell']);
  const styles = useStyles();
  const held = useSession().data?.permissions ?? [];
  const shown = alertHelp(alert).filter(({ permissions }) =>
    permissions.every((each) => held.includes(each)),
  );
  if (shown.length === 0) return null;
  return (
    <ul className={styles.links}>
      {shown.map(({ area, id }) => (
        <li key={area} className={styles.link}>
          <Link href={formatRoute({ area, id })}>
            {t('details.open', { place: id === null ? t(`shell:areas.${area}`) : alert.parameters['user'] })}
          </Link>
        </li>
      ))}
    </ul>
  );
};
