import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  text: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 4, overflow: 'hidden' },
});

type OfferCardProps = { title: string; text: string; onChoose: () => void };

/** One way to start, and what it means. */
export const OfferCard = ({ title, text, onChoose }: OfferCardProps) => {
  const styles = useStyles();
  return (
    <button type="button" className={styles.card} onClick={onChoose}>
      <Text weight="semibold">{title}</Text>
      <Caption1 className={styles.text}>{text}</Caption1>
    </button>
  );
};
