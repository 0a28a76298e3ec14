import { Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { navigate } from '../../shell/RouteContext.ts';

type ProfileSelectProps = { profiles: readonly ProfileSummary[]; selectedId: string | null };

/** The list of profiles where there is no room for one. */
export const ProfileSelect = ({ profiles, selectedId }: ProfileSelectProps) => {
  const { t } = useTranslation('mail');
  return (
    <Select
      aria-label={t('profiles')}
      value={selectedId ?? ''}
      onChange={(_, { value }) => navigate({ area: 'mail', id: value })}
    >
      {selectedId === null && <option value="">{t('newProfile')}</option>}
      {profiles.map(({ id, name, state, isDefault }) => (
        <option key={id} value={id}>
          {[name, isDefault ? t('default') : '', t(`states.${state}`)].filter(Boolean).join(' · ')}
        </option>
      ))}
    </Select>
  );
};
