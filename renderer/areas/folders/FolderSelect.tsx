import { Field, Select } from '@fluentui/react-components';
import { useFolders } from './folderQueries.ts';
import { useFolderPath } from './useFolderPath.ts';

type FolderSelectProps = {
  label: string;
  hint?: string;
  /** What choosing no folder is called; null: one has to be chosen. */
  nothing: string | null;
  value: string | null;
  onChange: (folderId: string | null) => void;
  /** Which folders can be chosen; left out: all that the person may see. */
  isOffered?: (folderId: string) => boolean;
};

/** One folder of all, each with its whole path. */
export const FolderSelect = (props: FolderSelectProps) => {
  const { label, hint, nothing, value, onChange, isOffered = () => true } = props;
  const folders = useFolders().data?.folders ?? [];
  const pathOf = useFolderPath();
  const offered = folders
    .filter(({ id }) => isOffered(id))
    .map(({ id }) => ({ id, path: pathOf(id) }))
    .toSorted((one, other) => one.path.localeCompare(other.path));
  return (
    <Field label={label} hint={hint ?? null}>
      <Select value={value ?? ''} onChange={(_, data) => onChange(data.value || null)}>
        {(nothing !== null || value === null) && <option value="">{nothing ?? ''}</option>}
        {offered.map(({ id, path }) => (
          <option key={id} value={id}>
            {path}
          </option>
        ))}
      </Select>
    </Field>
  );
};
