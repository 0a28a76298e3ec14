import { Field, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useGeneral, useSaveGeneral } from '../../shell/useGeneral.ts';
import { useMay } from '../../shell/useSession.ts';

const useStyles = makeStyles({
  alerts: { '@media (max-width: 799px)': { maxWidth: '320px' } },
  hint: { paddingInline: tokens.spacingHorizontalS },
});

/** Enable email alerts (REQUIREMENTS M03); it takes effect at once, for it belongs to no profile. */
export const AlertsSwitch = () => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const general = useGeneral().data?.general;
  const save = useSaveGeneral();
  const mayEdit = useMay('settings.edit');
  return (
    <Field
      className={styles.alerts}
      data-field="emailAlerts"
      hint={{ className: styles.hint, children: t('fields.emailAlerts.help') }}
    >
      <Switch
        checked={general?.emailAlerts ?? false}
        label={t('fields.emailAlerts.label')}
        disabled={!general || !mayEdit || save.isPending}
        onChange={(_, { checked }) => save.mutate({ emailAlerts: checked })}
      />
    </Field>
  );
};
