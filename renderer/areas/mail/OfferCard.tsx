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
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type OfferCardProps = {
  title: string;
  text: string;
  /** What has to be done there first. */
  advice?: string | undefined;
  onChoose: () => void;
};

/** One way to start, and what it means. */
export const OfferCard = ({ title, text, advice, onChoose }: OfferCardProps) => (
  <button type="button" className={useStyles().card} onClick={onChoose}>
    <Text weight="semibold">{title}</Text>
    <Caption1>{text}</Caption1>
    {advice && <Caption1>{advice}</Caption1>}
  </button>
);
