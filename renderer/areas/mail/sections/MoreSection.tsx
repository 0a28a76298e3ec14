import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileKind } from '../../../../electron/contract/mail/profile.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { useHasError } from '../../proof/editor/useHasError.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

/** Ways to send between which a profile may change; what was typed for one is still there when it comes back to it. */
const kinds: readonly ProfileKind[] = ['smtp', 'microsoft365', 'exchange', 'outlook'];

/** What hardly anybody changes: the time limit, the kind of profile and, of a relay, the name in EHLO and the most connections. */
export const MoreSection = () => {
  const { t } = useTranslation(['mail', 'editor', 'settings']);
  const field = useMailField();
  const isRelay = useMailValue(({ kind }) => kind === 'smtp');
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
      {isRelay && <TextControl {...field('clientName')} />}
      <NumberControl {...field('timeoutMs', true)} unit="ms" />
      {isRelay && <NumberControl {...field('maxConnections')} />}
      <ChoiceControl<ProfileKind>
        {...field('kind')}
        choices={kinds.map((value) => ({
          value,
          label: t(`settings:names.kinds.${value}`),
          help: t(`kinds.${value}.help`),
        }))}
      />
    </FoldedSection>
  );
};
