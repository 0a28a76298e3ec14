import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { Drafts16Regular } from '@fluentui/react-icons/svg/drafts';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  badge: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

const icons = {
  good: CheckmarkCircle16Filled,
  bad: DismissCircle16Filled,
  warning: Warning16Filled,
  changed: ArrowSync16Regular,
  draft: Drafts16Regular,
  none: Circle16Regular,
};

export type Tone = keyof typeof icons;

/** A state in an icon and in words, never in colour alone. */
export const StateBadge = ({ tone, children }: { tone: Tone; children: ReactNode }) => {
  const styles = useStyles();
  return (
    <span className={styles.badge}>
      <StateIcon tone={tone} />
      <span className={styles.words}>{children}</span>
    </span>
  );
};

/** The icon of a state; the words must stand beside it. */
export const StateIcon = ({ tone }: { tone: Tone }) => {
  const styles = useStyles();
  const Icon = icons[tone];
  const colour = tone === 'good' || tone === 'bad' || tone === 'warning' ? styles[tone] : undefined;
  return (
    <span className={mergeClasses(styles.icon, colour)} aria-hidden="true">
      <Icon />
    </span>
  );
};
