import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import { ListControl } from '../../../controls/ListControl.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { SwitchControl } from '../../../controls/SwitchControl.tsx';
import { useHasError } from '../../proof/editor/useHasError.ts';
import { useDirectoryField } from '../useDirectoryField.ts';

/** What hardly anybody changes: other DNS servers, the Global Catalog and the time limit. */
export const MoreSection = () => {
  const { t } = useTranslation(['directory', 'editor']);
  const field = useDirectoryField();
  const [open, setOpen] = useState(false);
  const hasServerError = useHasError('dnsServers');
  const hasTimeoutError = useHasError('timeoutMs');
  return (
    <FoldedSection title={t('editor:more')} open={open || hasServerError || hasTimeoutError} onOpen={setOpen}>
      <ListControl
        {...field('dnsServers')}
        nothing={t('dnsOfMachine')}
        itemLabel={(number) => t('items.dnsServers', { number })}
        add={t('add.dnsServers')}
        least={0}
        most={3}
      />
      <SwitchControl {...field('useGlobalCatalog')} />
      <NumberControl {...field('timeoutMs', true)} unit="ms" />
    </FoldedSection>
  );
};
