import { Button, type FieldControlProps, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormMode } from './formMode.ts';
import type { SecretForm } from './secretForm.ts';
import type { ControlState } from './useControl.ts';

const useStyles = makeStyles({
  stored: { display: 'flex', flexGrow: 1, alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  input: { flexGrow: 1, minWidth: 0 },
});

type SecretInputProps = {
  field: FieldControlProps;
  label: string;
  form: SecretForm;
  text: ControlState<string>;
  onReplace: (form: SecretForm) => void;
};

/** The part of a secret that is typed: nothing while the stored one is kept. */
export const SecretInput = ({ field, label, form, text, onReplace }: SecretInputProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const busy = useFormMode() === 'busy';
  const act = (action: 'keep' | 'set') => onReplace({ ...form, secret: { action, value: '' } });
  if (form.source !== 'environment' && form.secret.action === 'keep')
    return (
      <div className={styles.stored}>
        <span>{t('controls.secret.stored')}</span>
        <Button {...field} size="small" disabled={busy} onClick={() => act('set')}>
          {t('controls.secret.change', { field: label })}
        </Button>
      </div>
    );
  return (
    <Input
      {...field}
      key={form.source}
      ref={text.ref}
      className={styles.input}
      type={form.source === 'environment' ? 'text' : 'password'}
      value={text.value}
      disabled={busy}
      autoComplete="new-password"
      spellCheck={false}
      contentAfter={<KeepStored form={form} onKeep={() => act('keep')} />}
      onBlur={text.leave}
      onChange={(_, data) => text.change(data.value)}
    />
  );
};

const KeepStored = ({ form, onKeep }: { form: SecretForm; onKeep: () => void }) => {
  const { t } = useTranslation();
  if (form.source === 'environment' || form.storedIn !== form.source) return null;
  return (
    <Button appearance="transparent" size="small" onClick={onKeep}>
      {t('controls.secret.keep')}
    </Button>
  );
};
