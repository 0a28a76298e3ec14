import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { FailureBar } from '../../../controls/FailureBar.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { useSignInRules } from './rulesQueries.ts';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  section: {
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** The rules by which people sign in, and how long the audit is kept. */
export const RulesSection = () => {
  const { t } = useTranslation('security');
  const { data: saved, error } = useSignInRules();
  return (
    <section className={useStyles().section} aria-labelledby="rules-title">
      <FailureBar error={error} />
      {!saved && !error && <Spinner label={t('rules.loading')} />}
      {saved && <RulesEditor newest={saved} />}
    </section>
  );
};
