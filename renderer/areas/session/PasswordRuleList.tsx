import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PasswordRules } from '../../../electron/contract/security/signInRules.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useClient } from '../../shell/ClientContext.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

const usePasswordRules = () => {
  const { session } = useClient();
  return useQuery({
    queryKey: ['passwordRules'],
    queryFn: ({ signal }) => session.getPasswordRules(undefined, { signal }),
  });
};

/** The rules that are on or off, with the sentence that the service has for whoever breaks one. */
const demands = [
  ['mustHaveSpecialCharacters', 'fieldErrors:codes.passwordNeedsSpecialCharacter'],
  ['mustHaveLowercase', 'fieldErrors:codes.passwordNeedsLowercase'],
  ['mustHaveUppercase', 'fieldErrors:codes.passwordNeedsUppercase'],
  ['mustHaveDigits', 'fieldErrors:codes.passwordNeedsDigit'],
] as const;

/** What a new password has to be. */
export const PasswordRuleList = () => {
  const { data: rules, error } = usePasswordRules();
  return (
    <>
      <FailureBar error={error} />
      {rules && <Rules rules={rules} />}
    </>
  );
};

const Rules = ({ rules }: { rules: PasswordRules }) => {
  const { t } = useTranslation(['session', 'fieldErrors']);
  const { minimumLength, previousPasswords } = rules;
  const sentences = [
    t('fieldErrors:codes.passwordTooShort', { minimum: minimumLength }),
    ...demands.filter(([rule]) => rules[rule]).map(([, sentence]) => t(sentence)),
    ...(previousPasswords > 0 ? [t('rules.previousPasswords', { count: previousPasswords })] : []),
    t('rules.hardToGuess'),
  ];
  return (
    <div>
      <Text weight="semibold">{t('rules.title')}</Text>
      <ul className={useStyles().list}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Caption1>{sentence}</Caption1>
          </li>
        ))}
      </ul>
    </div>
  );
};
