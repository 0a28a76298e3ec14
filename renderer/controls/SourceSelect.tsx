import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({
  select: {
    maxWidth: '184px',
    fieldSizing: 'content',
    height: '24px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textOverflow: 'ellipsis',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type SourceSelectProps<Source extends string> = {
  name: string;
  /** Said to a screen reader; on the screen it stands in the field that it belongs to. */
  label: string;
  choices: readonly { value: Source; label: string }[];
  onChanged?: (source: Source) => void;
};

/** Where a value comes from (REQUIREMENTS A11): typed, kept in the vault, a variable of the environment … */
export const SourceSelect = <Source extends string>(props: SourceSelectProps<Source>) => {
  const { name, label, choices, onChanged } = props;
  const { value, change, leave, ref } = useControl<Source>(name);
  const busy = useFormMode() === 'busy';
  const choose = (chosen: string) => {
    const next = choices.find((choice) => choice.value === chosen);
    if (!next || busy) return;
    change(next.value);
    onChanged?.(next.value);
  };
  return (
    <select
      ref={ref}
      className={useStyles().select}
      aria-label={label}
      value={value}
      aria-disabled={busy}
      onBlur={leave}
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
};
