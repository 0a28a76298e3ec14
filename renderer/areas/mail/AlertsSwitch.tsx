import { Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useGeneral, useSaveGeneral } from '../../shell/useGeneral.ts';
import { useMay } from '../../shell/useSession.ts';

/** Enable email alerts (REQUIREMENTS M03); it takes effect at once, for it belongs to no profile. */
export const AlertsSwitch = () => {
  const { t } = useTranslation('mail');
  const general = useGeneral().data?.general;
  const save = useSaveGeneral();
  const mayEdit = useMay('settings.edit');
  return (
    <div data-field="emailAlerts">
      <Switch
        checked={general?.emailAlerts ?? false}
        label={t('fields.emailAlerts.label')}
        title={t('fields.emailAlerts.help')}
        disabled={!general || !mayEdit || save.isPending}
        onChange={(_, { checked }) => save.mutate({ emailAlerts: checked })}
      />
    </div>
  );
};
