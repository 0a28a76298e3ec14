import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { headingIdOf, ruleSections } from './ruleSections.ts';

const useStyles = makeStyles({
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
});

const goTo = (section: string): void => {
  const heading = document.getElementById(headingIdOf(section));
  heading?.focus();
  heading?.scrollIntoView();
};

/** What the page has, in its order; each leads to its heading. */
export const SectionLinks = () => {
  const { t } = useTranslation('security');
  const sections = [
    ...ruleSections.map(({ name }) => ({ name, title: t(`rules.sections.${name}`) })),
    { name: 'protection', title: t('protection.title') },
  ];
  return (
    <nav className={useStyles().links} aria-label={t('sections')}>
      {sections.map(({ name, title }) => (
        <Link key={name} as="button" onClick={() => goTo(name)}>
          {title}
        </Link>
      ))}
    </nav>
  );
};
