import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFormMode } from './formMode.ts';
import { SourceSelect } from './SourceSelect.tsx';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  input: { flexGrow: 1, minWidth: 0 },
});

/** How the form keeps a text that is typed or comes from a variable of the environment. */
export type SourcedText = { source: 'value' | 'environment'; value: string; name: string };

/** A text, typed or from an environment variable. */
export const SourcedTextControl = (texts: ControlTexts) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const source = useControl<SourcedText['source']>(`${texts.name}.source`);
  const text = useControl<string>(`${texts.name}.${source.value === 'value' ? 'value' : 'name'}`);
  const busy = useFormMode() === 'busy';
  const fromVariable = source.value === 'environment';
  const shown = fromVariable ? t('controls.fromVariable', { name: text.value }) : text.value;
  return (
    <ControlFrame
      {...texts}
      help={fromVariable ? t('controls.variableHelp') : texts.help}
      error={text.error}
      readText={shown || t('controls.empty')}
    >
      {(field) => (
        <div className={styles.row}>
          <Input
            {...field}
            key={source.value}
            ref={text.ref}
            className={styles.input}
            value={text.value}
            disabled={busy}
            autoComplete="off"
            spellCheck={false}
            onBlur={text.leave}
            onChange={(_, data) => text.change(data.value)}
          />
          <SourceSelect<SourcedText['source']>
            name={`${texts.name}.source`}
            label={t('controls.sourceOf', { field: texts.label })}
            choices={[
              { value: 'value', label: t('controls.sources.value') },
              { value: 'environment', label: t('controls.sources.environment') },
            ]}
          />
        </div>
      )}
    </ControlFrame>
  );
};
