import { Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

type TextControlProps = ControlTexts & {
  type?: 'text' | 'email';
  /** What a password keeper or browser may fill in; `off`: nothing. */
  autoComplete?: 'off' | 'username' | 'name' | 'email';
  autoFocus?: boolean;
  /** True: it cannot be changed; `help` says why. */
  isLocked?: boolean;
  placeholder?: string | undefined;
  warning?: string | undefined;
  /** Called after a person changed the value. */
  onChanged?: (value: string) => void;
  /** Called after a person left the field. */
  onLeft?: () => void;
};

/** One line of text. */
export const TextControl = (props: TextControlProps) => {
  const {
    type = 'text',
    autoComplete = 'off',
    autoFocus = false,
    isLocked = false,
    placeholder = '',
    onChanged,
    onLeft,
    ...texts
  } = props;
  const { t } = useTranslation();
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const styles = useFieldStyles();
  const busy = useFormMode() === 'busy';
  return (
    <ControlFrame {...texts} error={error} readText={value || t('controls.empty')}>
      <Input
        ref={ref}
        className={styles.input}
        name={texts.name}
        type={type}
        value={value}
        placeholder={placeholder}
        readOnly={busy || isLocked}
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        spellCheck={false}
        onBlur={() => {
          leave();
          onLeft?.();
        }}
        onChange={(_, data) => {
          change(data.value);
          onChanged?.(data.value);
        }}
      />
    </ControlFrame>
  );
};
