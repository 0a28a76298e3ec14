import { Button, Field, Input, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({
  item: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXXS, width: '100%' },
  field: { flexGrow: 1, minWidth: 0 },
});

type ListItemControlProps = {
  /** Path of the item in the form. */
  name: string;
  label: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  /** Null where the list needs it. */
  onRemove: (() => void) | null;
};

/** One line of a list, with what moves it and takes it away. */
export const ListItemControl = (props: ListItemControlProps) => {
  const { name, label, isFirst, isLast, onMove, onRemove } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  const { value, change, leave, ref, error } = useControl<string>(name);
  const isBusy = useFormMode() === 'busy';
  const buttons = [
    {
      does: t('controls.list.up', { item: label }),
      icon: <ArrowUp16Regular />,
      act: () => onMove(-1),
      can: !isFirst,
    },
    {
      does: t('controls.list.down', { item: label }),
      icon: <ArrowDown16Regular />,
      act: () => onMove(1),
      can: !isLast,
    },
    {
      does: t('controls.list.remove', { item: label }),
      icon: <Dismiss16Regular />,
      act: onRemove,
      can: onRemove !== null,
    },
  ];
  return (
    <div className={styles.item}>
      <Field
        className={styles.field}
        data-field={name}
        validationMessage={error ?? null}
        validationState={error ? 'error' : 'none'}
      >
        <Input
          ref={ref}
          className={useFieldStyles().input}
          aria-label={label}
          value={value}
          readOnly={isBusy}
          autoComplete="off"
          spellCheck={false}
          onBlur={leave}
          onChange={(_, data) => change(data.value)}
        />
      </Field>
      {buttons.map(({ does, icon, act, can }) => (
        <Tooltip key={does} content={does} relationship="label">
          <Button appearance="subtle" icon={icon} disabled={!can || isBusy} onClick={() => act?.()} />
        </Tooltip>
      ))}
    </div>
  );
};
