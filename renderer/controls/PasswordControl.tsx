import { Button, Input, Tooltip, useMergedRefs } from '@fluentui/react-components';
import { Eye16Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFormMode } from './formMode.ts';
import { useUnwrittenValue } from './useUnwrittenValue.ts';
import { useControl } from './useControl.ts';

type PasswordControlProps = ControlTexts & {
  /** `new-password` lets a password keeper offer one; `off` for a key that is copied from paper. */
  autoComplete: 'current-password' | 'new-password' | 'off';
  autoFocus?: boolean;
};

/** A secret as it is typed; pasting is allowed, nothing is kept. */
export const PasswordControl = ({ autoComplete, autoFocus = false, ...texts }: PasswordControlProps) => {
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const busy = useFormMode() === 'busy';
  const [isShown, setShown] = useState(false);
  return (
    <ControlFrame {...texts} error={error} readText="">
      <Input
        ref={useMergedRefs(ref, useUnwrittenValue())}
        name={texts.name}
        type={isShown ? 'text' : 'password'}
        value={value}
        readOnly={busy}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        contentAfter={<ShowButton isShown={isShown} onShow={setShown} />}
        onBlur={leave}
        onChange={(_, data) => change(data.value)}
      />
    </ControlFrame>
  );
};

type ShowButtonProps = { isShown: boolean; onShow: (isShown: boolean) => void };

/** Whoever can see what is typed makes fewer slips (NIST SP 800-63B-4 3.1.1.2). */
const ShowButton = ({ isShown, onShow }: ShowButtonProps) => {
  const { t } = useTranslation();
  return (
    <Tooltip content={t('controls.showTyped')} relationship="label">
      <Button
        appearance="transparent"
        size="small"
        aria-pressed={isShown}
        icon={isShown ? <EyeOff16Regular /> : <Eye16Regular />}
        onClick={() => onShow(!isShown)}
      />
    </Tooltip>
  );
};
