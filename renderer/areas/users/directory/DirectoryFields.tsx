import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../../electron/contract/directory/membership.ts';
import { languages } from '../../../../electron/contract/languages.ts';
import type { UserKind } from '../../../../electron/contract/users/user.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { languageNames } from '../../../texts/languageNames.ts';
import { ofConsole } from '../../session/sessionForms.ts';

type DirectoryFieldsProps = { kind: UserKind; identity: DirectoryIdentity };

/** Who a user or group of the directory is: names are its own, address and language come from it until they are decided here. */
export const DirectoryFields = ({ kind, identity }: DirectoryFieldsProps) => {
  const { t } = useTranslation('users');
  const fromDirectory = { help: t('fields.fromDirectory'), isLocked: true };
  return (
    <>
      <TextControl name="name" label={t('columns.name')} {...fromDirectory} />
      <TextControl name="displayName" label={t('columns.displayName')} {...fromDirectory} />
      {kind === 'directoryUser' && <OverridableFields overrides={identity.overrides} />}
    </>
  );
};

const OverridableFields = ({ overrides }: Pick<DirectoryIdentity, 'overrides'>) => {
  const { t } = useTranslation('users');
  const originOf = (value: 'mail' | 'language') =>
    overrides.includes(value) ? 'decidedHere' : 'ofDirectory';
  return (
    <>
      <TextControl
        name="mail"
        type="email"
        label={t('columns.mail')}
        help={t(`directory.mail.${originOf('mail')}`)}
        readHelp={t(`directory.origins.${originOf('mail')}`)}
      />
      <ChoiceControl
        name="language"
        label={t('fields.language')}
        choices={[
          { value: ofConsole, label: t('directory.languageOfDirectory') },
          ...languages.map((value) => ({ value, label: languageNames[value] })),
        ]}
        help={t(`directory.language.${originOf('language')}`)}
        readHelp={t(`directory.origins.${originOf('language')}`)}
      />
    </>
  );
};
