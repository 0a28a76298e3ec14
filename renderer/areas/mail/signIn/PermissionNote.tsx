import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormMode } from '../../../controls/formMode.ts';
import { neededPermission } from '../form/neededPermission.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';
import { useMailValue } from '../useMailValue.ts';

const useStyles = makeStyles({
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2, maxWidth: '90ch' },
  line: { display: 'block' },
});

/** What the application must be allowed, and who consents to it. */
export const PermissionNote = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const mode = useFormMode();
  const needed = useMailValue((form) => neededPermission(form, place));
  if (mode === 'read' || needed === null) return null;
  const { kind, permission, resource, further } = needed;
  return (
    <div className={styles.note}>
      <Text size={200} className={styles.line}>
        {t(`permission.${kind}`, { permission, resource })}
      </Text>
      {further && (
        <Text size={200} className={styles.line}>
          {t(`permission.further.${further}`)}
        </Text>
      )}
    </div>
  );
};
