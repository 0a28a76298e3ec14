import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of the heads of the columns in px. */
export const rowHeadHeight = 32;

const startLine = {
  borderInlineStartWidth: tokens.strokeWidthThicker,
  borderInlineStartStyle: 'solid',
  borderInlineStartColor: 'transparent',
  '@media (forced-colors: active)': { borderInlineStartColor: 'Canvas' },
} as const;

export const useRowGridStyles = makeStyles({
  grid: {
    position: 'relative',
    flexGrow: 1,
    minHeight: '120px',
    overflowY: 'auto',
    outlineStyle: 'none',
    '@media (max-height: 480px)': { maxHeight: '240px' },
    ':focus-visible [data-active=true]': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  heads: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  head: {
    ...startLine,
    ...{ display: 'grid', alignItems: 'center', boxSizing: 'border-box', height: `${rowHeadHeight}px` },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  rows: { position: 'relative' },
  row: {
    position: 'absolute',
    insetInline: 0,
    boxSizing: 'border-box',
    display: 'grid',
    alignItems: 'center',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ...startLine,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderInlineStartColor: 'Highlight' },
  },
  loading: { gridColumn: '2 / -1', gridRow: '1 / -1', color: tokens.colorNeutralForeground2 },
});
