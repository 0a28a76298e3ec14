import { makeStyles } from '@fluentui/react-components';
import { CheckboxChecked20Regular } from '@fluentui/react-icons/svg/checkbox-checked';
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  cell: {
    gridRow: '1 / -1',
    display: 'flex',
    height: '100%',
    alignItems: 'center',
    justifyContent: 'center',
  },
});

type SelectCellProps = { isSelected: boolean; onToggle: () => void };

/** The box that selects a row of a list. The keyboard does it with Space, so it takes no focus. */
export const SelectCell = ({ isSelected, onToggle }: SelectCellProps) => {
  const { t } = useTranslation();
  const Box = isSelected ? CheckboxChecked20Regular : CheckboxUnchecked20Regular;
  return (
    <div
      role="gridcell"
      className={useStyles().cell}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Box aria-label={t(isSelected ? 'controls.selected' : 'controls.notSelected')} />
    </div>
  );
};
