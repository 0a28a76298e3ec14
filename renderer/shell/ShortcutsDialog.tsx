import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from '../controls/ConsoleDialog.tsx';
import { areas } from './route.ts';
import { shortcuts, type ShortcutName } from './shortcuts.ts';
import { useKeyText } from './useKeyText.ts';

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
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const keyText = useKeyText();
  const meaning = (name: ShortcutName): string => {
    const area = areas[Number(name.replace('area', '')) - 1];
    return area ? t('keys.area', { area: t(`areas.${area}`) }) : t(`keys.${name}`);
  };
  return (
    <ConsoleDialog
      title={t('keys.title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {t('controls.close')}
        </Button>
      }
    >
      <dl className={styles.list}>
        {shortcuts.map(({ name, keys }) => [
          <dt key={name}>
            <kbd className={styles.keys}>{keyText(keys)}</kbd>
          </dt>,
          <dd key={`${name} does`} className={styles.does}>
            {meaning(name)}
          </dd>,
        ])}
      </dl>
    </ConsoleDialog>
  );
};
