import { Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import type { SourcedText } from './sourcedText.ts';
import { SourceSelect } from './SourceSelect.tsx';
import { useControl } from './useControl.ts';

/** A text, typed or from an environment variable. While it is typed it takes both columns: beside the choice an ID or an address is whole. */
export const SourcedTextControl = (texts: ControlTexts & { warning?: string | undefined }) => {
  const { t } = useTranslation();
  const source = useControl<SourcedText['source']>(`${texts.name}.source`).value;
  const { value, change, leave, ref, error } = useControl<string>(
    `${texts.name}.${source === 'value' ? 'value' : 'name'}`,
  );
  const styles = useFieldStyles();
  const mode = useFormMode();
  const fromVariable = source === 'environment';
  const shown = fromVariable ? t('controls.fromVariable', { name: value }) : value;
  const sources = (['value', 'environment'] as const).map((choice) => ({
    value: choice,
    label: t(`controls.sources.${choice}`),
  }));
  return (
    <ControlFrame
      {...texts}
      wide="edited"
      help={fromVariable ? t('controls.variableHelp') : texts.help}
      error={error}
      readText={shown || t('controls.empty')}
    >
      <Input
        key={source}
        ref={ref}
        className={styles.input}
        value={value}
        readOnly={mode === 'busy'}
        autoComplete="off"
        spellCheck={false}
        contentAfter={
          <SourceSelect
            name={`${texts.name}.source`}
            label={t('controls.sourceOf', { field: texts.label })}
            choices={sources}
          />
        }
        onBlur={leave}
        onChange={(_, data) => change(data.value)}
      />
    </ControlFrame>
  );
};
