import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from '../../../controls/ControlFrame.tsx';
import { useFormMode } from '../../../controls/formMode.ts';
import type { SecretForm } from '../../../controls/secretForm.ts';
import { SourceSelect } from '../../../controls/SourceSelect.tsx';
import { useControl } from '../../../controls/useControl.ts';
import { keyFrom, keyState } from '../form/signIn/privateKey.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  state: { flexGrow: 1 },
});

/** Where the private key of a certificate is kept: with what was read, or in a variable. It is never shown. */
export const PrivateKeyControl = (texts: ControlTexts) => {
  const { t } = useTranslation(['mail', 'shell']);
  const styles = useStyles();
  const { setValue } = useFormContext();
  const form = useWatch({ name: texts.name }) as SecretForm;
  const isVariable = form.source === 'environment';
  const text = useControl<string>(`${texts.name}.${isVariable ? 'name' : 'secret.value'}`);
  const busy = useFormMode() === 'busy';
  const state = t(`certificate.key.${keyState(form)}`);
  const source = (
    <SourceSelect<SecretForm['source']>
      name={`${texts.name}.source`}
      label={t('shell:controls.sourceOf', { field: texts.label })}
      choices={(['vault', 'environment', 'insecure'] as const).map((value) => ({
        value,
        label: t(`shell:controls.sources.${value}`),
      }))}
      onChanged={(next) => setValue(texts.name, keyFrom(form, next), { shouldDirty: true })}
    />
  );
  return (
    <ControlFrame
      {...texts}
      wide="edited"
      help={isVariable ? t('shell:controls.variableHelp') : texts.help}
      warning={form.source === 'insecure' ? t('shell:controls.insecureWarning') : undefined}
      error={text.error}
      readText={isVariable ? t('shell:controls.fromVariable', { name: form.name }) : state}
    >
      {isVariable ? (
        <Input
          ref={text.ref}
          value={text.value}
          readOnly={busy}
          autoComplete="off"
          spellCheck={false}
          contentAfter={source}
          onBlur={text.leave}
          onChange={(_, data) => text.change(data.value)}
        />
      ) : (
        <div className={styles.row} role="group" aria-label={texts.label}>
          <span className={styles.state}>{state}</span>
          {source}
        </div>
      )}
    </ControlFrame>
  );
};
