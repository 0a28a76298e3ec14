import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../electron/contract/languages.ts';
import { ChoiceControl } from '../../controls/ChoiceControl.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { languageNames } from '../../texts/languageNames.ts';
import { NewPasswordControls } from './NewPasswordControls.tsx';
import { ofConsole } from './sessionForms.ts';
import { UserNameInput } from './UserNameInput.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
  },
  column: { display: 'grid', gap: tokens.spacingVerticalS },
});

/** The name of the first user, which is predefined (REQUIREMENTS U22). */
export const administratorName = 'admin';

/** Who the first administrator is, and the password. */
export const AdministratorControls = () => {
  const { t } = useTranslation('session');
  const styles = useStyles();
  const choices = [
    { value: ofConsole, label: t('shell:language.ofConsole') },
    ...languages.map((value) => ({ value, label: languageNames[value] })),
  ];
  return (
    <div className={styles.fields}>
      <div className={styles.column}>
        <UserNameInput user={administratorName} />
        <TextControl name="displayName" label={t('administrator.displayName')} autoComplete="name" />
        <TextControl
          name="mail"
          type="email"
          label={t('administrator.mail')}
          help={t('administrator.mailHelp')}
          autoComplete="email"
        />
        <ChoiceControl name="language" label={t('administrator.language')} choices={choices} />
      </div>
      <div className={styles.column}>
        <NewPasswordControls name="password" />
      </div>
    </div>
  );
};
