import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isPublicUrl } from '../../../electron/contract/settings/publicUrl.ts';
import { TextControl } from '../../controls/TextControl.tsx';
import { FormModeContext } from '../../controls/formMode.ts';
import { useGeneral, useSaveGeneral } from '../../shell/useGeneral.ts';
import { useMay } from '../../shell/useSession.ts';
import { ActionDialog } from '../security/ActionDialog.tsx';
import { schemaResolver } from '../security/schemaResolver.ts';

/** An empty field: none. */
const addressSchema = z.object({
  publicUrl: z
    .string()
    .trim()
    .max(2_048)
    .refine((value) => value === '' || isPublicUrl(value), { params: { code: 'publicUrl' } }),
});

type LinkAddressDialogProps = { onClose: () => void };

/** Where people open the pages, for the link in the mail for a forgotten password. */
export const LinkAddressDialog = (props: LinkAddressDialogProps) => {
  const general = useGeneral().data?.general;
  return general && <AddressForm {...props} present={general.publicUrl} />;
};

const AddressForm = ({ present, onClose }: LinkAddressDialogProps & { present: string | null }) => {
  const { t } = useTranslation('notices');
  const save = useSaveGeneral();
  const mayChange = useMay('security.edit');
  const form = useForm({
    defaultValues: { publicUrl: present ?? '' },
    resolver: schemaResolver(addressSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const submit = form.handleSubmit(({ publicUrl }) =>
    save.mutate({ publicUrl: publicUrl === '' ? null : publicUrl }, { onSuccess: onClose }),
  );
  const control = (
    <TextControl
      name="publicUrl"
      label={t('settings:names.general.publicUrl')}
      help={t(mayChange ? 'links.help' : 'links.needsSecurity')}
      placeholder="https://console.corp.example/"
    />
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('links.title')}
        action={t('links.save')}
        isBusy={save.isPending}
        canAct={mayChange}
        failure={null}
        onSubmit={mayChange ? submit : onClose}
        onClose={onClose}
      >
        {mayChange ? control : <FormModeContext value="busy">{control}</FormModeContext>}
      </ActionDialog>
    </FormProvider>
  );
};
