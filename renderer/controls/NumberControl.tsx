import { Input, makeStyles, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { useControl } from './useControl.ts';

const useStyles = makeStyles({ unit: { flexShrink: 0, whiteSpace: 'nowrap' } });

type NumberControlProps = ControlTexts & {
  /** `ms`, or what so many are called, such as `hours`; shown behind the number. */
  unit?: string | ((count: number) => string);
  /** Numbers that are offered while typing. */
  offers?: readonly number[];
  warning?: string | undefined;
  onChanged?: () => void;
};

/** French has a form of its own for a million, which reads as that of a hundred. */
const unitOf = (unit: NumberControlProps['unit'], value: string): string | undefined =>
  typeof unit === 'function' ? unit(Math.min(Number(value), 100)) : unit;

/** A number that measures something, as it is read; one that just names something, such as a port, has no separators. */
const measured = (value: string, language: string): string =>
  /^\d+$/.test(value) ? new Intl.NumberFormat(language).format(Number(value)) : value;

/** A whole number; the form keeps it as the text that was typed, so that nothing changes under the hand. */
export const NumberControl = ({ unit, offers = [], onChanged, ...texts }: NumberControlProps) => {
  const { t } = useTranslation();
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const styles = useFieldStyles();
  const { unit: unitStyle } = useStyles();
  const busy = useFormMode() === 'busy';
  const language = useLanguage();
  const listId = `${texts.name}-offers`;
  const unitText = unitOf(unit, value);
  const shown = [unitText ? measured(value, language) : value, unitText].filter(Boolean).join(' ');
  return (
    <ControlFrame {...texts} error={error} readText={value === '' ? t('controls.empty') : shown}>
      {(field) => (
        <>
          <Input
            {...field}
            ref={ref}
            className={styles.input}
            inputMode="numeric"
            value={value}
            readOnly={busy}
            autoComplete="off"
            contentAfter={
              unitText ? (
                <Text className={unitStyle} size={200}>
                  {unitText}
                </Text>
              ) : null
            }
            {...(offers.length > 0 ? { list: listId } : {})}
            onBlur={leave}
            onChange={(_, data) => {
              change(data.value.trim());
              onChanged?.();
            }}
          />
          {offers.length > 0 && (
            <datalist id={listId}>
              {offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      )}
    </ControlFrame>
  );
};
