import { makeStyles, Select } from '@fluentui/react-components';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({ select: { minWidth: 0, width: '148px', flexShrink: 0 } });

type SourceSelectProps<Source extends string> = {
  name: string;
  /** Said to a screen reader; on the screen it stands beside the field that it belongs to. */
  label: string;
  choices: readonly { value: Source; label: string }[];
  onChanged?: (source: Source) => void;
};

/** Where a value comes from (REQUIREMENTS A11): typed, kept in the vault, a variable of the environment … */
export const SourceSelect = <Source extends string>(props: SourceSelectProps<Source>) => {
  const { name, label, choices, onChanged } = props;
  const { value, change, leave, ref } = useControl<Source>(name);
  return (
    <Select
      ref={ref}
      className={useStyles().select}
      aria-label={label}
      value={value}
      disabled={useFormMode() === 'busy'}
      onBlur={leave}
      onChange={(_, data) => {
        const next = choices.find((choice) => choice.value === data.value);
        if (!next) return;
        change(next.value);
        onChanged?.(next.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
};
