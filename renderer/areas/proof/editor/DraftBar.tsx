import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../controls/ConfirmDialog.tsx';

type DraftBarProps = {
  /** Whose draft it is. */
  name: string;
  /** True: other values are in force. */
  besides: boolean;
  /** Whether the person may prove or drop it; who may only read is told all the same. */
  mayEdit: boolean;
  onProve: () => void;
  onDiscard: () => void;
};

/** Says that these values are not in force, and offers to prove or to drop them (REQUIREMENTS N07). */
export const DraftBar = ({ name, besides, mayEdit, onProve, onDiscard }: DraftBarProps) => {
  const { t } = useTranslation('editor');
  const [asking, setAsking] = useState(false);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{besides ? t('draft.besides') : t('draft.only')}</MessageBarBody>
      {mayEdit && (
        <MessageBarActions>
          {besides && (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('draft.discard')}
            </Button>
          )}
          <Button size="small" appearance="primary" onClick={onProve}>
            {t('draft.prove')}
          </Button>
        </MessageBarActions>
      )}
      <ConfirmDialog
        open={asking}
        title={t('draft.discardTitle', { name })}
        consequence={t('draft.discardConsequence')}
        action={t('draft.discard')}
        onConfirm={() => {
          setAsking(false);
          onDiscard();
        }}
        onCancel={() => setAsking(false)}
      />
    </MessageBar>
  );
};
