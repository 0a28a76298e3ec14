import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Encryption, encryptions } from '../../../../electron/contract/proof/finding.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import type { MailForm } from '../form/mailForm.ts';
import { offeredPorts, portAfter, relayPort } from '../form/portRule.ts';
import { otherHost, secretInClear } from '../form/warnings.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

/** Name of the profile, and how its server is reached. */
export const ServerSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const { setValue, getValues } = useFormContext<MailForm>();
  const inClear = useMailValue(secretInClear);
  const tokenHost = useMailValue(otherHost);
  const port = useMailValue(portKey);
  const followEncryption = (encryption: Encryption) =>
    setValue('port', portAfter(getValues(), relayPort(encryption)), { shouldDirty: true });
  return (
    <FormSection title={t('sections.server')}>
      <TextControl {...field('name', true)} />
      <TextControl
        {...field('host', true)}
        warning={tokenHost ? t('warnings.otherHost', { host: tokenHost }) : undefined}
      />
      <ChoiceControl<Encryption>
        {...field('encryption')}
        choices={encryptions.map((value) => ({
          value,
          label: t(`encryptions.${value}.label`),
          help: t(`encryptions.${value}.help`),
        }))}
        warning={inClear ? t(`warnings.inClear.${inClear}`) : undefined}
        onChanged={followEncryption}
      />
      <NumberControl
        {...field('port', true)}
        help={t(`ports.${port}`)}
        offers={offeredPorts}
        onChanged={() => setValue('portIsOwn', getValues('port') !== '')}
      />
    </FormSection>
  );
};

const portKey = ({ port }: MailForm): string =>
  offeredPorts.some((offered) => String(offered) === port) ? port : 'other';
