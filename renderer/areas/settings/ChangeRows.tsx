import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useChangesStyles } from './changesStyles.ts';
import type { ChangeGroup } from './changeGroups.ts';
import { useSettingName } from './useSettingName.ts';
import { useSettingValue } from './useSettingValue.ts';

const useStyles = makeStyles({
  profile: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
});

type ChangeRowsProps = { group: ChangeGroup; names: ReadonlyMap<string, string> };

/** The changes of one profile under its name. */
export const ChangeRows = ({ group: { profile, changes }, names }: ChangeRowsProps) => {
  const { cell } = useChangesStyles();
  const styles = useStyles();
  const nameOf = useSettingName();
  const valuesOf = useSettingValue(names);
  return (
    <tbody>
      {profile !== null && (
        <tr>
          <th scope="rowgroup" colSpan={3} className={mergeClasses(cell, styles.profile)}>
            {names.get(profile) ?? profile.slice(0, 8)}
          </th>
        </tr>
      )}
      {changes.map((change) => {
        const { before, after } = valuesOf(change);
        return (
          <tr key={change.path}>
            <th scope="row" className={cell} title={change.path}>
              {nameOf(change.path)}
            </th>
            <td className={cell}>{before}</td>
            <td className={cell}>{after}</td>
          </tr>
        );
      })}
    </tbody>
  );
};
