import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { focusField } from './focusField.ts';
import { useFormMode } from './formMode.ts';
import { ListItemControl } from './ListItemControl.tsx';
import { moved } from './listOrder.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({
  items: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  text: { whiteSpace: 'pre-line' },
});

type ListControlProps = ControlTexts & {
  /** What is read while nothing is in it. */
  nothing: string;
  /** Label of one line, by its number from 1. */
  itemLabel: (number: number) => string;
  /** The verb on the button that adds a line. */
  add: string;
  /** The least and most lines that it takes. */
  least: number;
  most: number;
};

/** Several lines of text whose order counts: one can be added, taken away and moved. */
export const ListControl = ({ nothing, itemLabel, add, least, most, ...texts }: ListControlProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const { clearErrors } = useFormContext();
  const { value: items, change, error } = useControl<string[]>(texts.name);
  const isBusy = useFormMode() === 'busy';
  const focusAfter = (index: number) =>
    requestAnimationFrame(() => focusField(index < 0 ? texts.name : `${texts.name}.${index}`));
  const replace = (next: string[], focused: number) => {
    if (isBusy) return;
    clearErrors(texts.name);
    change(next);
    focusAfter(focused);
  };
  return (
    <ControlFrame
      {...texts}
      wide
      error={error}
      readText={<span className={styles.text}>{items.join('\n') || nothing}</span>}
    >
      {(field) => (
        <div role="group" aria-labelledby={field['aria-labelledby'] ?? ''} className={styles.items}>
          {items.map((_, index) => (
            <ListItemControl
              key={index}
              name={`${texts.name}.${index}`}
              label={itemLabel(index + 1)}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(by) => replace(moved(items, index, by), index + by)}
              onRemove={
                items.length > least
                  ? () => replace(items.toSpliced(index, 1), Math.min(index, items.length - 2))
                  : null
              }
            />
          ))}
          {items.length < most && (
            <Button
              size="small"
              icon={<Add16Regular />}
              disabledFocusable={isBusy}
              aria-description={t('controls.list.order')}
              onClick={() => replace([...items, ''], items.length)}
            >
              {add}
            </Button>
          )}
        </div>
      )}
    </ControlFrame>
  );
};
