import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../../controls/FailureBar.tsx';
import { asFailure } from '../../../texts/asFailure.ts';
import { ConflictDetails } from '../../proof/editor/ConflictDetails.tsx';
import type { RulesEditor } from './useRulesEditor.ts';

/** Why saving was refused, with the way out of it. */
export const RulesFailure = ({ editor }: { editor: RulesEditor }) => {
  const { t } = useTranslation('editor');
  const { failure, forgetFailure, keepMine, close, source } = editor;
  if (failure === null) return null;
  return (
    <FailureBar error={failure} onDismiss={forgetFailure}>
      {asFailure(failure).code === 'CONFLICT' && (
        <>
          <ConflictDetails since={source.revision} isAbout={(path) => path.startsWith('security.')} />
          <Button size="small" onClick={keepMine}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="small" onClick={close}>
            {t('conflict.takeTheirs')}
          </Button>
        </>
      )}
    </FailureBar>
  );
};
