import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of a row in px: two lines of text and their padding. */
export const messageRowHeight = 56;

export const useMessageRowStyles = makeStyles({
  row: {
    gridTemplateColumns: '40px minmax(0, 1fr) auto',
    gridTemplateRows: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  unreadLine: { fontWeight: tokens.fontWeightSemibold },
  sender: { gridColumn: 2, gridRow: 1 },
  subject: { gridColumn: 2, gridRow: 2, color: tokens.colorNeutralForeground2 },
  received: {
    gridColumn: 3,
    gridRow: 1,
    justifySelf: 'end',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  marks: {
    gridColumn: 3,
    gridRow: 2,
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    justifyContent: 'end',
    alignItems: 'center',
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
});
