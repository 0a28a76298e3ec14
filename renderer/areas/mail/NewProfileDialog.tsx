import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { type MailForm, newMailForm } from './form/mailForm.ts';
import { presetForm } from './form/presetForm.ts';
import { AddressDetection } from './AddressDetection.tsx';
import { OfferCard } from './OfferCard.tsx';
import { usePresets } from './mailQueries.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px' },
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  offers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

/** A new form, and the preset that it was made from. */
export type BeginProfile = (form: MailForm, preset?: Preset | null) => void;

type NewProfileDialogProps = { onBegin: BeginProfile; onClose: () => void };

/** `Google (Gmail, Google Workspace)` is called `Google`. */
const shortName = (title: string): string => title.replace(/\s*\(.*\)$/, '');

/** How a new profile starts: from an address, from a preset, or from its kind. */
export const NewProfileDialog = ({ onBegin, onClose }: NewProfileDialogProps) => {
  const { t } = useTranslation(['mail', 'presets', 'shell']);
  const styles = useStyles();
  const presets = usePresets().data?.presets ?? [];
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('start.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <AddressDetection onBegin={onBegin} />
            <div className={styles.offers}>
              {presets.map((preset) => (
                <OfferCard
                  key={preset.name}
                  title={t(`presets:${preset.name}.title`)}
                  text={t(`presets:${preset.name}.truth`)}
                  onChoose={() =>
                    onBegin(presetForm(shortName(t(`presets:${preset.name}.title`)), preset), preset)
                  }
                />
              ))}
              {(['smtp', 'pickup', 'capture'] as const).map((kind) => (
                <OfferCard
                  key={kind}
                  title={t(`kinds.${kind}.label`)}
                  text={t(`kinds.${kind}.help`)}
                  onChoose={() => onBegin({ ...newMailForm, kind })}
                />
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('shell:controls.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
