import { useTranslation } from 'react-i18next';
import { languages } from '../../../electron/contract/languages.ts';
import { ChoiceControl } from '../../controls/ChoiceControl.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { languageNames } from '../../texts/languageNames.ts';
import { ofConsole } from '../session/sessionForms.ts';

type UserFieldsProps = {
  /** Why the name cannot be changed. */
  nameLocked?: string | undefined;
};

/** Who a local user is and how to reach that person. */
export const UserFields = ({ nameLocked }: UserFieldsProps) => {
  const { t } = useTranslation('users');
  const choices = [
    { value: ofConsole, label: t('shell:language.ofConsole') },
    ...languages.map((value) => ({ value, label: languageNames[value] })),
  ];
  return (
    <>
      <TextControl
        name="name"
        label={t('columns.name')}
        help={nameLocked}
        isLocked={nameLocked !== undefined}
        required
      />
      <TextControl name="displayName" label={t('columns.displayName')} />
      <TextControl name="mail" type="email" label={t('columns.mail')} help={t('fields.mailHelp')} />
      <ChoiceControl name="language" label={t('fields.language')} choices={choices} />
    </>
  );
};
