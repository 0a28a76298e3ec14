import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { newMailForm } from './form/mailForm.ts';
import { useMay } from '../../shell/useSession.ts';
import { FirstStart, isUntouched } from './FirstStart.tsx';
import type { BeginProfile } from './ProfileOffers.tsx';
import { useProfiles } from './mailQueries.ts';
import { NewProfileDialog } from './NewProfileDialog.tsx';
import { ProfilePane, type ProfileStart } from './ProfilePane.tsx';
import { ProfilesPane } from './ProfilesPane.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '212px minmax(0, 1fr) minmax(340px, 30%)',
    gap: tokens.spacingHorizontalM,
    height: '100%',
    '@media (max-width: 1099px)': { gridTemplateColumns: '212px minmax(0, 1fr)' },
    '@media (max-width: 799px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto minmax(0, 1fr)',
    },
    '@media (max-height: 480px)': { height: 'auto' },
  },
});

/** Address of a profile that is not saved yet. */
const newId = 'new';

/** Settings > Mail: which profile, its values, its proof. */
export const MailPage = () => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const { id } = useRoute();
  const { data, error } = useProfiles();
  const mayEdit = useMay('mail.edit');
  const [choosing, setChoosing] = useState(false);
  const [started, setStarted] = useState<ProfileStart>({ form: newMailForm, preset: null });
  const [became, setBecame] = useState<{ id: string; key: string } | null>(null);
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const selected = id === newId ? null : (id ?? data.profiles.find(({ isDefault }) => isDefault)?.id ?? null);
  const newKey = JSON.stringify(started);
  /** The pane of a new profile stays when that is saved, so that its proof stays in view. */
  const paneKey = selected === null ? newKey : selected === became?.id ? became.key : selected;
  const begin: BeginProfile = (form, preset = null) => {
    setStarted({ form, preset });
    setChoosing(false);
    navigate({ area: 'mail', id: newId });
  };
  const [only] = data.profiles;
  if (id === null && only && mayEdit && isUntouched(data.profiles))
    return <FirstStart mailboxId={only.id} onBegin={begin} />;
  return (
    <div className={styles.page}>
      <ProfilesPane profiles={data.profiles} selectedId={selected} onNew={() => setChoosing(true)} />
      <ProfilePane
        key={paneKey}
        id={selected}
        revision={data.revision}
        start={started}
        onSaved={(savedId) => {
          if (selected !== null) return;
          setBecame({ id: savedId, key: paneKey });
          navigate({ area: 'mail', id: savedId });
        }}
        onGiveUp={() => navigate({ area: 'mail' })}
      />
      {choosing && <NewProfileDialog onBegin={begin} onClose={() => setChoosing(false)} />}
    </div>
  );
};
