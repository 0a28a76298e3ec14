import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/useSession.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

type RestoreButtonProps = {
  shown: number;
  /** Newest first. */
  revisions: readonly number[];
};

/** The way back to the shown save; from the newest one, which there is no way back to, to the one before it. */
export const RestoreButton = ({ shown, revisions: [newest, previous] }: RestoreButtonProps) => {
  const { t } = useTranslation('settings');
  const [isAsked, setAsked] = useState(false);
  const mayRestore = useMay('settings.edit');
  const restore = shown === newest ? previous : shown;
  if (restore === undefined) return null;
  return (
    <div>
      <Button disabled={!mayRestore} onClick={() => setAsked(true)}>
        {t(shown === newest ? 'restore.undo' : 'restore.ask', { restore })}
      </Button>
      {isAsked && <RestoreDialog restore={restore} onClose={() => setAsked(false)} />}
    </div>
  );
};
