import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ProtectionSection } from './ProtectionSection.tsx';
import { RulesSection } from './rules/RulesSection.tsx';
import { SectionLinks } from './rules/SectionLinks.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '1100px' },
});

/** Settings > Security. */
export const SecurityPage = () => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  return (
    <div className={styles.page} data-pane tabIndex={-1}>
      <Title3 as="h1">{t('title')}</Title3>
      <SectionLinks />
      <RulesSection />
      <ProtectionSection />
    </div>
  );
};
