import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { hasHiddenEnds } from '../../electron/contract/trimmed.ts';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { SecretInput } from './SecretInput.tsx';
import { type SecretForm, withSource } from './secretForm.ts';
import { SourceSelect } from './SourceSelect.tsx';
import { useControl } from './useControl.ts';

/** A secret: written, never read. What is stored shows as such and can only be replaced. */
export const SecretControl = (texts: ControlTexts & { warning?: string | undefined }) => {
  const { t } = useTranslation();
  const { setValue, clearErrors } = useFormContext();
  const form = useWatch({ name: texts.name }) as SecretForm;
  const text = useControl<string>(`${texts.name}.${form.source === 'environment' ? 'name' : 'secret.value'}`);
  const replace = (next: SecretForm) => {
    clearErrors(texts.name);
    setValue(texts.name, next, { shouldDirty: true });
  };
  const source = (
    <SourceSelect<SecretForm['source']>
      name={`${texts.name}.source`}
      label={t('controls.sourceOf', { field: texts.label })}
      choices={(['vault', 'environment', 'insecure'] as const).map((value) => ({
        value,
        label: t(`controls.sources.${value}`),
      }))}
      onChanged={(next) => replace(withSource(form, next))}
    />
  );
  const warnings = [
    ...(form.source !== 'environment' && hasHiddenEnds(form.secret.value) ? [t('controls.hiddenEnds')] : []),
    ...(texts.warning ? [texts.warning] : []),
    ...(form.source === 'insecure' && !texts.warning ? [t('controls.insecureWarning')] : []),
  ];
  return (
    <ControlFrame
      {...texts}
      wide={form.source === 'insecure' && 'edited'}
      help={form.source === 'environment' ? t('controls.variableHelp') : texts.help}
      warning={warnings.join(' ') || undefined}
      error={text.error}
      readText={t(`controls.secret.${readKey(form)}`, { name: form.name })}
    >
      {(field) => (
        <SecretInput
          field={field}
          label={texts.label}
          form={form}
          text={text}
          source={source}
          onReplace={replace}
        />
      )}
    </ControlFrame>
  );
};

const readKey = ({ source, storedIn }: SecretForm) => {
  if (source === 'environment') return 'environment';
  return storedIn === source ? source : 'missing';
};
