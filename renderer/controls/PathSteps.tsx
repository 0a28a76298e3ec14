import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right';

const useStyles = makeStyles({
  path: {
    ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
    ...{ margin: 0, padding: 0, listStyleType: 'none' },
  },
  step: {
    ...{ display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
    minWidth: 0,
  },
  chip: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

/** A way as a picture: its steps in order, with arrows between them. */
export const PathSteps = ({ steps }: { steps: readonly string[] }) => {
  const styles = useStyles();
  return (
    <ol className={styles.path}>
      {steps.map((step, at) => (
        <li key={`${at} ${step}`} className={styles.step}>
          {at > 0 && <ArrowRight12Regular aria-hidden="true" />}
          <span className={styles.chip}>{step}</span>
        </li>
      ))}
    </ol>
  );
};
