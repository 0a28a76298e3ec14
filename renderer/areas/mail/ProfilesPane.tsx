import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { useMediaQuery } from '../../shell/useMediaQuery.ts';
import { useMaySomewhere } from '../../shell/useSession.ts';
import { AlertsSwitch } from './AlertsSwitch.tsx';
import { ProfileList } from './ProfileList.tsx';
import { ProfileSelect } from './ProfileSelect.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    minHeight: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 799px)': { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center' },
  },
  title: { paddingInline: tokens.spacingHorizontalS },
});

type ProfilesPaneProps = {
  profiles: readonly ProfileSummary[];
  selectedId: string | null;
  onNew: () => void;
};

/** Which profiles there are; in a narrow window as a select. */
export const ProfilesPane = ({ profiles, selectedId, onNew }: ProfilesPaneProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const narrow = useMediaQuery('(max-width: 799px)');
  const mayCreate = useMaySomewhere('mail.create');
  const Profiles = narrow ? ProfileSelect : ProfileList;
  return (
    <section className={styles.pane} aria-label={t('profiles')} data-pane tabIndex={-1}>
      {!narrow && (
        <Subtitle2 as="h2" className={styles.title}>
          {t('profiles')}
        </Subtitle2>
      )}
      <Profiles profiles={profiles} selectedId={selectedId} />
      {mayCreate && (
        <Button appearance="subtle" icon={<Add16Regular />} onClick={onNew}>
          {t('newProfile')}
        </Button>
      )}
      <AlertsSwitch />
    </section>
  );
};
