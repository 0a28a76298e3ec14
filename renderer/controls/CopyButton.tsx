import { Button, Tooltip } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcement } from './Announcement.tsx';

type CopyButtonProps = {
  text: string;
  /** What is copied: `Transcript`. Left out where the place says it. */
  what?: string;
};

const icons = { idle: Copy16Regular, copied: Checkmark16Regular, refused: Warning16Regular };

/** Puts a text into the clipboard and says so, or that the clipboard was refused. */
export const CopyButton = ({ text, what = '' }: CopyButtonProps) => {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  const label = t('controls.copy', { what });
  const outcomes = { idle: '', copied: t('controls.copied'), refused: t('controls.copyRefused') };
  const Icon = icons[state];
  return (
    <>
      <Tooltip content={outcomes[state] || label} relationship="inaccessible">
        <Button
          appearance="subtle"
          size="small"
          aria-label={label}
          icon={<Icon />}
          onClick={() => void copy()}
          onBlur={() => setState('idle')}
        />
      </Tooltip>
      <Announcement text={outcomes[state]} />
    </>
  );
};
