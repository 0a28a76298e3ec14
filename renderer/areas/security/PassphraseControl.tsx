import { Input, useMergedRefs } from '@fluentui/react-components';
import { ControlFrame, type ControlTexts } from '../../controls/ControlFrame.tsx';
import { useFormMode } from '../../controls/formMode.ts';
import { useUnwrittenValue } from '../../controls/useUnwrittenValue.ts';
import { useControl } from '../../controls/useControl.ts';

type PassphraseControlProps = ControlTexts & {
  /** `new-password` lets a password keeper offer one; `off` for a key that is copied from paper. */
  autoComplete: 'current-password' | 'new-password' | 'off';
};

/** A secret as it is typed; pasting is allowed, nothing is kept. */
export const PassphraseControl = ({ autoComplete, ...texts }: PassphraseControlProps) => {
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const busy = useFormMode() === 'busy';
  return (
    <ControlFrame {...texts} error={error} readText="">
      <Input
        ref={useMergedRefs(ref, useUnwrittenValue())}
        type="password"
        value={value}
        disabled={busy}
        autoComplete={autoComplete}
        spellCheck={false}
        onBlur={leave}
        onChange={(_, data) => change(data.value)}
      />
    </ControlFrame>
  );
};
