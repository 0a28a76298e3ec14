import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { profileKinds } from '../../../electron/contract/mail/profile.ts';
import { ProfileOffers } from './ProfileOffers.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

const useStyles = makeStyles({ surface: { maxWidth: '760px' } });

type NewProfileDialogProps = { onBegin: BeginProfile; onClose: () => void };

/** Asks how a new profile starts. */
export const NewProfileDialog = ({ onBegin, onClose }: NewProfileDialogProps) => {
  const { t } = useTranslation(['mail', 'shell']);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={useStyles().surface}>
        <DialogBody>
          <DialogTitle>{t('start.title')}</DialogTitle>
          <DialogContent>
            <ProfileOffers kinds={profileKinds} onBegin={onBegin} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('shell:controls.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
