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
import { areas } from './route.ts';
import { shortcuts, type ShortcutName } from './shortcuts.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  keys: { fontFamily: tokens.fontFamilyMonospace },
  does: { margin: 0 },
});

/** Every key and what it does. */
export const ShortcutsDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const meaning = (name: ShortcutName): string => {
    const area = areas[Number(name.replace('area', '')) - 1];
    return area ? t('keys.area', { area: t(`areas.${area}`) }) : t(`keys.${name}`);
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {shortcuts.map(({ name, keys }) => [
                <dt key={name}>
                  <kbd className={styles.keys}>{keys}</kbd>
                </dt>,
                <dd key={`${name} does`} className={styles.does}>
                  {meaning(name)}
                </dd>,
              ])}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('controls.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
