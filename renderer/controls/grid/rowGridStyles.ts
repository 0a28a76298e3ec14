import { makeStyles, tokens } from '@fluentui/react-components';

/** Height of the heads of the columns in px. */
export const rowHeadHeight = 32;

/** The line before an open row, and its place before all others. */
export const startLine = {
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
    overflow: 'auto',
    outlineStyle: 'none',
    '@media (max-height: 480px)': { maxHeight: '240px' },
    ':focus-visible [data-active=true]': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  /** As wide as its columns need at least: a narrow window scrolls sideways to the others. */
  content: { minWidth: 'min-content' },
  heads: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  head: {
    ...startLine,
    ...{ display: 'grid', alignItems: 'center', boxSizing: 'border-box', height: `${rowHeadHeight}px` },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  rows: { position: 'relative' },
});
