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

/** Reads the cells of a line and collects what is at fault. */
const createCellReader = ({ line, cells }: UserCsvRow, faults: ImportFault[]) => ({
  has: (column: ImportedColumn): boolean => cells.has(column),
  text: (column: ImportedColumn): string => cells.get(column) ?? '',
  read: <Value>(column: ImportedColumn, schema: z.ZodType<Value>, raw: unknown, otherwise: Value): Value => {
    const result = schema.safeParse(raw, { reportInput: true });
    if (result.success) return result.data;
    const [issue] = fieldIssues(result.error.issues);
    const { code, parameters } = issue ?? { code: 'invalid', parameters: {} };
    faults.push({ line, column, code, parameters });
    return otherwise;
  },
});

const flagFault = (line: number, column: ImportedColumn): ImportFault => ({
  ...{ line, column },
  code: 'notAChoice',
  parameters: { choices: 'true, false' },
});

/** The values of a line, or everything that is wrong with them. */
export const readUserRow = (row: UserCsvRow): { values: UserRowValues; faults: readonly ImportFault[] } => {
  const { line } = row;
  const faults: ImportFault[] = [];
  const { has, text, read } = createCellReader(row, faults);
  const flag = (column: 'isActive' | 'mayUseBasicAuthentication'): boolean => {
    const result = flagSchema.safeParse(text(column).trim());
    if (!result.success) faults.push(flagFault(line, column));
    return result.data ?? false;
  };
  const mail = emailAddressSchema.nullable();
  const language = languageSchema.nullable();
  const values: UserRowValues['values'] = {
    ...(has('displayName') && {
      displayName: read('displayName', displayNameSchema, text('displayName'), ''),
    }),
    ...(has('mail') && { mail: read('mail', mail, emptyAsNull(text('mail')), null) }),
    ...(has('language') && { language: read('language', language, emptyAsNull(text('language')), null) }),
    ...(has('isActive') && { isActive: flag('isActive') }),
    ...(has('mayUseBasicAuthentication') && {
      mayUseBasicAuthentication: flag('mayUseBasicAuthentication'),
    }),
  };
  const name = read('userName', userNameSchema, text('userName'), text('userName'));
  return {
    values: { line, name, values, roleNames: has('roles') ? splitNames(text('roles')) : null },
    faults,
  };
};
