import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../../electron/contract/directory/membership.ts';
import { StateBadge } from '../../../controls/StateBadge.tsx';

const tones = { present: 'good', disabled: 'warning', deleted: 'bad' } as const;

/** What became of a user or group in the directory. */
export const DirectoryStateBadge = ({ state }: Pick<DirectoryIdentity, 'state'>) => {
  const { t } = useTranslation('users');
  return <StateBadge tone={tones[state]}>{t(`directory.states.${state}`)}</StateBadge>;
};
