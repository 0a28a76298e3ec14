import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { onRowClick } from './gridKeys.ts';
import type { RowActions } from './rowActions.ts';
import { startLine } from './rowGridStyles.ts';
import { tellCutText } from './tellCutText.ts';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInline: 0,
    boxSizing: 'border-box',
    contain: 'layout paint style',
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

export type RowState = { isSelected: boolean; onToggle: () => void };

type GridRowProps<Row> = {
  id: string;
  /** Undefined while the row is on the way. */
  row: Row | undefined;
  index: number;
  /** Counted by a screen reader: from 1, heads included. */
  ariaIndex: number;
  /** From the top of the rows, in px. */
  top: number;
  /** In px. */
  height: number;
  isSelected: boolean;
  isActive: boolean;
  isOpen: boolean;
  className: string;
  columns: string | undefined;
  renderCells: (row: Row, state: RowState) => ReactNode;
  /** What is done with a row; the same object while the list scrolls, so that no row is drawn anew for it. */
  actions: RefObject<RowActions>;
};

const PlainGridRow = <Row,>(props: GridRowProps<Row>) => {
  const { row, index, isSelected, height, columns, actions } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.ariaIndex}
      aria-selected={isSelected}
      data-active={props.isActive}
      className={mergeClasses(styles.row, props.className, props.isOpen && styles.open)}
      style={{ height, gridTemplateColumns: columns, transform: `translateY(${props.top}px)` }}
      onMouseOver={tellCutText}
      onClick={(event) => onRowClick(actions.current, index, event)}
    >
      {row ? (
        props.renderCells(row, { isSelected, onToggle: () => actions.current.toggle(index) })
      ) : (
        <div role="gridcell" className={styles.loading}>
          {t('loading')}
        </div>
      )}
    </div>
  );
};

/** One row of a list. It is drawn anew only when something of it is another: not while the list scrolls. */
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
