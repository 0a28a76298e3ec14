import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { ListControl } from '../../../controls/ListControl.tsx';
import { SwitchControl } from '../../../controls/SwitchControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import type { DirectoryForm } from '../form/directoryForm.ts';
import { useDirectoryField } from '../useDirectoryField.ts';
import { useDirectoryValue } from '../useDirectoryValue.ts';

/** Which domain, and where its controllers are found. */
export const DomainSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  const source = useDirectoryValue(({ controllers }) => controllers.source);
  return (
    <FormSection title={t('sections.domain')}>
      <TextControl {...field('domain', true)} />
      <SwitchControl {...field('isEnabled')} />
      <ChoiceControl<DirectoryForm['controllers']['source']>
        {...field('controllers.source')}
        choices={(['dns', 'typed'] as const).map((value) => ({
          value,
          label: t(`controllerSources.${value}.label`),
          help: t(`controllerSources.${value}.help`),
        }))}
      />
      {source === 'dns' && <TextControl {...field('controllers.site')} />}
      {source === 'typed' && (
        <ListControl
          {...field('controllers.hosts', true)}
          nothing=""
          itemLabel={(number) => t('items.controllers.hosts', { number })}
          add={t('add.controllers.hosts')}
          least={1}
          most={20}
        />
      )}
    </FormSection>
  );
};
