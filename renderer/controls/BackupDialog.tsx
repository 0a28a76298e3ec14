import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from './ConsoleDialog.tsx';
import { FailureBar } from './FailureBar.tsx';

type BackupDialogProps = {
  title: string;
  /** What the choices are. */
  list: string;
  /** Newest first. */
  choices: readonly { name: string; label: string }[];
  consequence: string;
  /** The verb on the button. */
  action: string;
  isBusy: boolean;
  failure: unknown;
  onRestore: (name: string) => void;
  onClose: () => void;
};

/** Offers the backups of a file that cannot be read, and restores the chosen one. */
export const BackupDialog = (props: BackupDialogProps) => {
  const { title, list, choices, consequence, action, isBusy, failure, onRestore, onClose } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(choices[0]?.name ?? '');
  return (
    <ConsoleDialog
      kind="alert"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onRestore(chosen)}>
            {action}
          </Button>
          <Button onClick={onClose}>{t('controls.cancel')}</Button>
        </>
      }
    >
      <RadioGroup aria-label={list} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {choices.map(({ name, label }) => (
          <Radio key={name} value={name} label={label} />
        ))}
      </RadioGroup>
      <p>{consequence}</p>
      <FailureBar error={failure} />
    </ConsoleDialog>
  );
};
