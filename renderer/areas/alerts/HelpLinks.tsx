import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../shell/route.ts';
import { useSession } from '../../shell/useSession.ts';
import type { AlertHelp } from './alertHelp.ts';

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, margin: 0, padding: 0 },
  link: { listStyleType: 'none' },
});

type HelpLinksProps = {
  places: readonly AlertHelp[];
  /** Whom a place with an id shows. */
  userName: string;
};

/** Leads to where something can be done, those who may go there. */
export const HelpLinks = ({ places, userName }: HelpLinksProps) => {
  const { t } = useTranslation(['alerts', 'shell']);
  const styles = useStyles();
  const held = useSession().data?.permissions ?? [];
  const shown = places.filter(({ permissions }) => permissions.every((each) => held.includes(each)));
  if (shown.length === 0) return null;
  const textOf = ({ area, id }: Pick<AlertHelp, 'area' | 'id'>): string => {
    if (id === null) return t('details.openPage', { place: t(`shell:areas.${area}`) });
    return t('details.open', { place: id === 'directory' ? t('details.directoryPlace') : userName });
  };
  return (
    <ul className={styles.links}>
      {shown.map(({ permissions: _, ...place }) => (
        <li key={place.area} className={styles.link}>
          <Link href={formatRoute(place)}>{textOf(place)}</Link>
        </li>
      ))}
    </ul>
  );
};
