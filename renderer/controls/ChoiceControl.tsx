import { Caption1, Dropdown, makeStyles, Option } from '@fluentui/react-components';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({
  dropdown: { minWidth: 0 },
  option: { display: 'grid' },
  listbox: { maxWidth: '420px' },
});

export type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** What it means or what it risks, in one sentence. */
  help?: string;
};

type ChoiceControlProps<Value extends string> = ControlTexts & {
  choices: readonly Choice<Value>[];
  /** What counts, where the field may keep a choice that is none of these; else the field's value. */
  shown?: Value;
  warning?: string | undefined;
  onChanged?: (value: Value) => void;
};

/** One of a few; each choice explains itself in the list, the chosen one also under the field. */
export const ChoiceControl = <Value extends string>(props: ChoiceControlProps<Value>) => {
  const { choices, shown, onChanged, ...texts } = props;
  const styles = useStyles();
  const { value: kept, change, leave, ref, error } = useControl<Value>(texts.name);
  const value = shown ?? kept;
  const busy = useFormMode() === 'busy';
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <ControlFrame
      {...texts}
      help={chosen?.help ?? texts.help}
      error={error}
      readText={chosen?.label ?? value}
    >
      <Dropdown
        ref={ref}
        className={styles.dropdown}
        listbox={{ className: styles.listbox }}
        value={chosen?.label ?? ''}
        selectedOptions={[value]}
        aria-disabled={busy}
        onBlur={leave}
        onOptionSelect={(_, { optionValue }) => {
          const next = choices.find((choice) => choice.value === optionValue);
          if (!next || next.value === value || busy) return;
          change(next.value);
          onChanged?.(next.value);
        }}
      >
        {choices.map((choice) => (
          <Option key={choice.value} value={choice.value} text={choice.label}>
            <span className={styles.option}>
              {choice.label}
              {choice.help && <Caption1>{choice.help}</Caption1>}
            </span>
          </Option>
        ))}
      </Dropdown>
    </ControlFrame>
  );
};
