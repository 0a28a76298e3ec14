import { makeStyles, tokens } from '@fluentui/react-components';
import { ProtectionSection } from './ProtectionSection.tsx';
import { RulesSection } from './rules/RulesSection.tsx';
import { SectionLinks } from './rules/SectionLinks.tsx';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '1100px' },
});

/** The rules of signing in, and how what is stored is protected. */
export const RulesTab = () => (
  <div className={useStyles().tab} data-pane tabIndex={-1}>
    <SectionLinks />
    <RulesSection />
    <ProtectionSection />
  </div>
);
