import { useTranslation } from 'react-i18next';
import { languages } from '../../../electron/contract/languages.ts';
import { ChoiceControl } from '../../controls/ChoiceControl.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { languageNames } from '../../texts/languageNames.ts';
import { ofConsole } from '../session/sessionForms.ts';

type UserFieldsProps = {
  /** Why the name cannot be changed. */
  nameLocked?: string | undefined;
  /** Why what the directory decides cannot be changed. */
  directoryLocked?: string | undefined;
};

/** Who the user is and how to reach that person. */
export const UserFields = ({ nameLocked, directoryLocked }: UserFieldsProps) => {
  const { t } = useTranslation('users');
  const nameReason = directoryLocked ?? nameLocked;
  const isDirectory = directoryLocked !== undefined;
  const choices = [
    { value: ofConsole, label: t('shell:language.ofConsole') },
    ...languages.map((value) => ({ value, label: languageNames[value] })),
  ];
  return (
    <>
      <TextControl
        name="name"
        label={t('columns.name')}
        help={nameReason}
        isLocked={nameReason !== undefined}
        required
      />
      <TextControl
        name="displayName"
        label={t('columns.displayName')}
        help={directoryLocked}
        isLocked={isDirectory}
      />
      <TextControl
        name="mail"
        type="email"
        label={t('columns.mail')}
        help={directoryLocked ?? t('fields.mailHelp')}
        isLocked={isDirectory}
      />
      <ChoiceControl name="language" label={t('fields.language')} choices={choices} />
    </>
  );
};
