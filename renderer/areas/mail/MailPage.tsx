import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { newMailForm } from './form/mailForm.ts';
import { useProfiles } from './mailQueries.ts';
import { type BeginProfile, NewProfileDialog } from './NewProfileDialog.tsx';
import { NewProfileEditor, type ProfileStart } from './NewProfileEditor.tsx';
import { ProfilesPane } from './ProfilesPane.tsx';
import { StoredProfileEditor } from './StoredProfileEditor.tsx';

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
  const [choosing, setChoosing] = useState(false);
  const [started, setStarted] = useState<ProfileStart>({ form: newMailForm, preset: null });
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const selected = id === newId ? null : (id ?? data.profiles.find(({ isDefault }) => isDefault)?.id ?? null);
  const begin: BeginProfile = (form, preset = null) => {
    setStarted({ form, preset });
    setChoosing(false);
    navigate({ area: 'mail', id: newId });
  };
  return (
    <div className={styles.page}>
      <ProfilesPane profiles={data.profiles} selectedId={selected} onNew={() => setChoosing(true)} />
      {selected === null ? (
        <NewProfileEditor key={JSON.stringify(started)} revision={data.revision} start={started} />
      ) : (
        <StoredProfileEditor key={selected} id={selected} />
      )}
      {choosing && <NewProfileDialog onBegin={begin} onClose={() => setChoosing(false)} />}
    </div>
  );
};
