import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useHasError } from '../../proof/editor/useHasError.ts';
import { useMailField } from '../useMailField.ts';

/** What hardly anybody changes: the name in EHLO, the time limit and the most connections. */
export const MoreSection = () => {
  const { t } = useTranslation(['mail', 'editor']);
  const field = useMailField();
  const [open, setOpen] = useState(false);
  const hasClientNameError = useHasError('clientName');
  const hasTimeoutError = useHasError('timeoutMs');
  const hasConnectionsError = useHasError('maxConnections');
  return (
    <FoldedSection
      title={t('editor:more')}
      open={open || hasClientNameError || hasTimeoutError || hasConnectionsError}
      onOpen={setOpen}
    >
      <TextControl {...field('clientName')} />
      <NumberControl {...field('timeoutMs', true)} unit="ms" />
      <NumberControl {...field('maxConnections')} />
    </FoldedSection>
  );
};
