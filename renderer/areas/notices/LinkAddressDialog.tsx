import { Body1, Button } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isPublicUrl } from '../../../electron/contract/settings/publicUrl.ts';
import { ConsoleDialog } from '../../controls/ConsoleDialog.tsx';
import { DetailList } from '../../controls/DetailList.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { useGeneral, useSaveGeneral } from '../../shell/useGeneral.ts';
import { useMay } from '../../shell/useSession.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';

/** An empty field: none. */
const addressSchema = z.object({
  publicUrl: z
    .string()
    .trim()
    .max(2_048)
    .refine((value) => value === '' || isPublicUrl(value), { params: { code: 'publicUrl' } }),
});

type LinkAddressDialogProps = { onClose: () => void };
type PresentAddress = LinkAddressDialogProps & { present: string | null };

/** Where people open the pages, for the link in the mail for a forgotten password. */
export const LinkAddressDialog = (props: LinkAddressDialogProps) => {
  const general = useGeneral().data?.general;
  const Content = useMay('security.edit') ? AddressForm : ShownAddress;
  return general && <Content {...props} present={general.publicUrl} />;
};

const ShownAddress = ({ present, onClose }: PresentAddress) => {
  const { t } = useTranslation('notices');
  return (
    <ConsoleDialog
      title={t('links.title')}
      actions={<Button onClick={onClose}>{t('shell:controls.close')}</Button>}
      onClose={onClose}
    >
      <DetailList
        rows={[{ label: t('settings:names.general.publicUrl'), value: present ?? t('shell:controls.empty') }]}
      />
      <Body1>{t('links.needsSecurity')}</Body1>
    </ConsoleDialog>
  );
};

const AddressForm = ({ present, onClose }: PresentAddress) => {
  const { t } = useTranslation('notices');
  const save = useSaveGeneral();
  const form = useForm({
    defaultValues: { publicUrl: present ?? '' },
    resolver: schemaResolver(addressSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const submit = form.handleSubmit(({ publicUrl }) =>
    save.mutate({ publicUrl: publicUrl === '' ? null : publicUrl }, { onSuccess: onClose }),
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('links.title')}
        action={t('links.save')}
        isBusy={save.isPending}
        failure={null}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextControl
          name="publicUrl"
          label={t('settings:names.general.publicUrl')}
          help={t('links.help')}
          placeholder="https://console.corp.example/"
        />
      </ActionDialog>
    </FormProvider>
  );
};
