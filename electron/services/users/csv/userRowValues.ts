import { z } from 'zod';
import { fieldIssues } from '../../../contract/issues.ts';
import { languageSchema } from '../../../contract/languages.ts';
import { displayNameSchema, emailAddressSchema } from '../../../contract/mail/address.ts';
import type { ImportFault } from '../../../contract/users/userImport.ts';
import { userNameSchema, type UserValues } from '../../../contract/users/user.ts';
import { splitNames } from './nameList.ts';
import type { ImportedColumn, UserCsvRow } from './userCsv.ts';

type ImportedValues = Omit<UserValues, 'name' | 'mustChangePassword'>;

/** What one line says of a user; what its file has no column for is missing. `roleNames`: those held everywhere. */
export type UserRowValues = {
  line: number;
  name: string;
  values: Partial<ImportedValues>;
  roleNames: readonly string[] | null;
};

const emptyAsNull = (cell: string): string | null => (cell.trim() === '' ? null : cell);
const flagSchema = z.stringbool({ truthy: ['true'], falsy: ['false'] });

type FaultAt = (column: ImportedColumn, result: z.ZodSafeParseError<unknown>) => void;

const faultsInto =
  (faults: ImportFault[], line: number): FaultAt =>
  (column, { error }) => {
    const [issue] = fieldIssues(error.issues);
    const { code, parameters } = issue ?? { code: 'invalid', parameters: {} };
    faults.push({ line, column, code, parameters });
  };

/** The values of a line without those that cannot be used, and everything that is wrong with these. */
export const readUserRow = ({
  line,
  cells,
}: UserCsvRow): { values: UserRowValues; faults: readonly ImportFault[] } => {
  const faults: ImportFault[] = [];
  const addFault = faultsInto(faults, line);
  const values: UserRowValues['values'] = {};
  const read = <Column extends keyof ImportedValues>(
    column: Column,
    schema: z.ZodType<ImportedValues[Column]>,
    toRaw: (cell: string) => string | null = (cell) => cell,
  ): void => {
    const cell = cells.get(column);
    if (cell === undefined) return;
    const result = schema.safeParse(toRaw(cell), { reportInput: true });
    if (result.success) values[column] = result.data;
    else addFault(column, result);
  };
  read('displayName', displayNameSchema);
  read('mail', emailAddressSchema.nullable(), emptyAsNull);
  read('language', languageSchema.nullable(), emptyAsNull);
  read('isActive', flagSchema, (cell) => cell.trim());
  read('mayUseBasicAuthentication', flagSchema, (cell) => cell.trim());
  const name = cells.get('userName') ?? '';
  const named = userNameSchema.safeParse(name, { reportInput: true });
  if (!named.success) addFault('userName', named);
  const roles = cells.get('roles');
  const roleNames = roles === undefined ? null : splitNames(roles);
  return { values: { line, name: named.data ?? name, values, roleNames }, faults };
};
