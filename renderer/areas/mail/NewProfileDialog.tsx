import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileKind } from '../../../electron/contract/mail/profile.ts';
import { ConsoleDialog } from '../../controls/ConsoleDialog.tsx';
import { ProfileOffers } from './ProfileOffers.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

/** In the order of the first page. */
const kinds: readonly ProfileKind[] = ['microsoft365', 'exchange', 'smtp', 'outlook', 'pickup', 'capture'];

type NewProfileDialogProps = { onBegin: BeginProfile; onClose: () => void };

/** Asks how a new profile starts. */
export const NewProfileDialog = ({ onBegin, onClose }: NewProfileDialogProps) => {
  const { t } = useTranslation(['mail', 'shell']);
  return (
    <ConsoleDialog
      title={t('start.title')}
      wide
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('shell:controls.cancel')}</Button>}
    >
      <ProfileOffers kinds={kinds} onBegin={onBegin} />
    </ConsoleDialog>
  );
};
