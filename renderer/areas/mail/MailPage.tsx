import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileKind, ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { FirstStart } from './FirstStart.tsx';
import { isFirstStart } from './firstStartChoice.ts';
import { useProfiles } from './mailQueries.ts';
import { NewProfileDialog } from './NewProfileDialog.tsx';
import { ProfilePane } from './ProfilePane.tsx';
import { ProfilesPane } from './ProfilesPane.tsx';
import { useNewProfiles } from './useNewProfiles.ts';

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
  /** The navigation shows it already; only a screen reader needs it here. */
  title: { position: 'absolute', clipPath: 'inset(50%)', margin: 0 },
});

/** Most fields belong to a mail server, some to one other kind alone. */
const kindOfField = (field: string): ProfileKind => {
  if (field === 'folder') return 'pickup';
  if (field === 'mailbox') return 'outlook';
  return field === 'url' || field === 'exchangeVersion' ? 'exchange' : 'smtp';
};

/** The profile that is shown unasked: one that has the field somebody looks for, else the default; null: there is none. */
const profileFor = (field: string | null, profiles: readonly ProfileSummary[]): string | null => {
  const sought = kindOfField(field ?? '');
  const holder = field === null ? undefined : profiles.find(({ kind }) => kind === sought);
  const shown = holder ?? profiles.find(({ isDefault }) => isDefault) ?? profiles[0];
  return shown?.id ?? null;
};

/** Settings > Mail: which profile, its values, its proof. */
export const MailPage = () => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const route = useRoute();
  const { id, field } = route;
  const { data, error } = useProfiles();
  const mayCreate = useMay('mail.create');
  const { begin, start, isForgotten } = useNewProfiles(id);
  const [choosing, setChoosing] = useState(false);
  const [became, setBecame] = useState<{ id: string; key: string } | null>(null);
  if (isForgotten) return null;
  if (!data) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  const [only] = data.profiles;
  if (only && mayCreate && isFirstStart(route, data.profiles))
    return <FirstStart mailboxId={only.id} onBegin={begin} />;
  const shown = id ?? profileFor(field, data.profiles);
  /** The pane of a new profile stays when that is saved, so that its proof stays in view. */
  const paneKey = (shown === became?.id ? became?.key : shown) ?? '';
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('shell:areas.mail')}</h1>
      <ProfilesPane
        profiles={data.profiles}
        selectedId={start ? null : shown}
        onNew={() => setChoosing(true)}
      />
      {/* Its texts come later than the list, which somebody uses already. */}
      <Suspense fallback={<Spinner label={t('shell:loading')} />}>
        <ProfilePane
          key={paneKey}
          id={start ? null : shown}
          revision={data.revision}
          start={start}
          onSaved={(savedId) => {
            if (!start) return;
            setBecame({ id: savedId, key: paneKey });
            navigate({ area: 'mail', id: savedId });
          }}
          onGiveUp={() => navigate({ area: 'mail' })}
        />
      </Suspense>
      {choosing && (
        <Suspense>
          <NewProfileDialog
            onBegin={(...chosen) => {
              setChoosing(false);
              begin(...chosen);
            }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </div>
  );
};
