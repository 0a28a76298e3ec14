import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of a row in px: two lines of text and their padding. */
export const alertRowHeight = 56;

export const useAlertRowStyles = makeStyles({
  row: {
    gridTemplateColumns: '40px minmax(0, 1fr) auto',
    gridTemplateRows: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
  },
  title: { gridColumn: 2, gridRow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unreadTitle: { fontWeight: tokens.fontWeightSemibold },
  kind: {
    ...{ gridColumn: 2, gridRow: 2, display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
    ...{ whiteSpace: 'nowrap', overflow: 'hidden' },
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  time: {
    ...{ gridColumn: 3, gridRow: 1, justifySelf: 'end' },
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  unread: {
    ...{ gridColumn: 3, gridRow: 2, justifySelf: 'end' },
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});
