import {
  Button,
  type FieldControlProps,
  Input,
  makeStyles,
  tokens,
  Tooltip,
  useMergedRefs,
} from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import type { SecretForm } from './secretForm.ts';
import { useUnwrittenValue } from './useUnwrittenValue.ts';
import type { ControlState } from './useControl.ts';

const useStyles = makeStyles({
  stored: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  text: { flexGrow: 1 },
});

type SecretInputProps = {
  field: FieldControlProps;
  label: string;
  form: SecretForm;
  text: ControlState<string>;
  /** The choice of where the secret comes from. */
  source: ReactNode;
  onReplace: (form: SecretForm) => void;
};

/** The part of a secret that is typed: nothing while the stored one is kept. */
export const SecretInput = ({ field, label, form, text, source, onReplace }: SecretInputProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const input = useFieldStyles().input;
  const busy = useFormMode() === 'busy';
  const ref = useMergedRefs(text.ref, useUnwrittenValue());
  /** The button that was pressed goes; what comes in its place takes the focus. */
  const [replaced, setReplaced] = useState(false);
  const focus = { autoFocus: replaced, onFocus: () => setReplaced(false) };
  const act = (action: 'keep' | 'set') => {
    setReplaced(true);
    onReplace({ ...form, secret: { action, value: '' } });
  };
  if (form.source !== 'environment' && form.secret.action === 'keep')
    return (
      <div className={styles.stored}>
        <span className={styles.text}>{t('controls.secret.stored')}</span>
        <Button
          {...focus}
          size="small"
          disabledFocusable={busy}
          aria-label={t('controls.secret.changeOf', { field: label })}
          onClick={() => act('set')}
        >
          {t('controls.secret.change')}
        </Button>
        {source}
      </div>
    );
  const mayKeep = form.source !== 'environment' && form.storedIn === form.source;
  return (
    <Input
      {...field}
      {...focus}
      key={form.source}
      ref={ref}
      className={input}
      type={form.source === 'environment' ? 'text' : 'password'}
      value={text.value}
      readOnly={busy}
      autoComplete="new-password"
      spellCheck={false}
      contentAfter={
        <>
          {mayKeep && <KeepButton onKeep={() => act('keep')} />}
          {source}
        </>
      }
      onBlur={text.leave}
      onChange={(_, data) => text.change(data.value)}
    />
  );
};

const KeepButton = ({ onKeep }: { onKeep: () => void }) => {
  const { t } = useTranslation();
  return (
    <Tooltip content={t('controls.secret.keep')} relationship="label">
      <Button appearance="transparent" size="small" icon={<ArrowUndo16Regular />} onClick={onKeep} />
    </Tooltip>
  );
};
