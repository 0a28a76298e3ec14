import { Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useStateText } from '../proof/editor/useStateText.ts';

type ProfileSelectProps = { profiles: readonly ProfileSummary[]; selectedId: string | null };

/** The list of profiles where there is no room for one. */
export const ProfileSelect = ({ profiles, selectedId }: ProfileSelectProps) => {
  const { t } = useTranslation(['mail', 'editor']);
  const stateText = useStateText();
  return (
    <Select
      aria-label={t('profiles')}
      value={selectedId ?? ''}
      onChange={(_, { value }) => navigate({ area: 'mail', id: value })}
    >
      {selectedId === null && <option value="">{t('newProfile')}</option>}
      {profiles.map((summary) => (
        <option key={summary.id} value={summary.id}>
          {[
            summary.name,
            ...(summary.isDefault ? [t('default')] : []),
            stateText(summary),
            ...(summary.hasDraft && summary.state !== 'draft' ? [t('editor:states.withDraft')] : []),
          ].join(' · ')}
        </option>
      ))}
    </Select>
  );
};
