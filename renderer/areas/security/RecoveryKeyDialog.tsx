import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { downloadFile } from '../../controls/downloadFile.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { usePrintAlone } from './printAlone.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  key: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The new recovery key, this one time: to copy, print or save; it closes only when that is confirmed. */
export const RecoveryKeyDialog = ({ recoveryKey, onClose }: { recoveryKey: string; onClose: () => void }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const [isKept, setKept] = useState(false);
  usePrintAlone();
  useLeaveGuard(!isKept, {
    title: t('recoveryKey.leave.title'),
    consequence: t('recoveryKey.leave.consequence'),
  });
  const save = () => downloadFile('relay-console-recovery-key.txt', 'text/plain', `${recoveryKey}\r\n`);
  return (
    <Dialog open modalType="alert">
      <DialogSurface data-print-alone>
        <DialogBody>
          <DialogTitle>{t('recoveryKey.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t('recoveryKey.text')}</Text>
            <div className={styles.key} data-testid="recovery-key">
              {recoveryKey}
            </div>
            <div className={styles.buttons}>
              <CopyButton text={recoveryKey} what={t('recoveryKey.name')} />
              <Button onClick={() => window.print()}>{t('recoveryKey.print')}</Button>
              <Button onClick={save}>{t('recoveryKey.save')}</Button>
            </div>
            <Checkbox
              checked={isKept}
              onChange={(_, { checked }) => setKept(checked === true)}
              label={t('recoveryKey.confirm')}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={!isKept} onClick={onClose}>
              {t('recoveryKey.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
