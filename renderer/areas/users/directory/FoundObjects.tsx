import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryObject } from '../../../../electron/contract/directory/directoryObject.ts';
import { RowGrid } from '../../../controls/grid/RowGrid.tsx';
import { SelectCell } from '../../../controls/grid/SelectCell.tsx';
import { UserKindLabel } from '../UserKindLabel.tsx';
import { withObjects, withoutObjects, withToggled } from './addition.ts';

/** In px. */
const rowHeight = 48;

const useStyles = makeStyles({
  row: { columnGap: tokens.spacingHorizontalXS, paddingInlineEnd: tokens.spacingHorizontalS },
  cell: { display: 'grid', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground2 },
  end: { justifyItems: 'end' },
});

type FoundObjectsProps = {
  objects: readonly DirectoryObject[];
  chosen: readonly DirectoryObject[];
  onChange: (chosen: readonly DirectoryObject[]) => void;
};

/** All of them are there at once. */
const loadNothing = () => undefined;

/** The users and groups that a search found, to be chosen by keys or clicks. */
export const FoundObjects = ({ objects, chosen, onChange }: FoundObjectsProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const toggle = (id: string) => {
    const object = objects.find(({ objectGuid }) => objectGuid === id);
    if (object) onChange(withToggled(chosen, object));
  };
  return (
    <RowGrid
      label={t('people.results')}
      total={objects.length}
      rowHeight={rowHeight}
      rowAt={(index) => {
        const object = objects[index];
        return object && { id: object.objectGuid, ...object };
      }}
      openId={null}
      isSelected={(id) => chosen.some(({ objectGuid }) => objectGuid === id)}
      onVisible={loadNothing}
      onToggle={toggle}
      onOpen={toggle}
      onSelectRange={(first, last) => onChange(withObjects(chosen, objects.slice(first, last + 1)))}
      onSelectAll={() => onChange(withObjects(chosen, objects))}
      onSelectNone={() => onChange(withoutObjects(chosen, objects))}
      onDelete={loadNothing}
      columns="36px minmax(0, 1fr) auto"
      rowClassName={styles.row}
      renderCells={(object, state) => (
        <>
          <SelectCell {...state} />
          <div role="gridcell" className={styles.cell}>
            <Text weight="semibold" className={styles.line}>
              {object.displayName || object.accountName}
            </Text>
            <Text size={200} className={mergeClasses(styles.line, styles.note)}>
              {[object.accountName, object.mail].filter(Boolean).join(' · ')}
            </Text>
          </div>
          <div role="gridcell" className={mergeClasses(styles.cell, styles.end)}>
            <Text size={200}>
              <UserKindLabel kind={object.kind} />
            </Text>
            <ObjectMarks object={object} />
          </div>
        </>
      )}
    />
  );
};

/** What is to be known of it before it is chosen. */
const ObjectMarks = ({ object }: { object: DirectoryObject }) => {
  const { t } = useTranslation('directory');
  const marks = [
    ...(object.scope === 'domainLocal' ? [t('people.domainLocal')] : []),
    ...(object.isDisabled ? [t('people.disabled')] : []),
    ...(object.userId === null ? [] : [t('people.known')]),
  ];
  return (
    <Text size={200} className={useStyles().note}>
      {marks.join(', ')}
    </Text>
  );
};
