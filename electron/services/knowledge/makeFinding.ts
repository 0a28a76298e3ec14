import type { Finding, FormChange } from '../../contract/proof/finding.ts';
import { findingCommand } from './findingCommand.ts';
import { findingTable, type FindingCode } from './findingTable.ts';
import { textParameters } from './textParameters.ts';

const isDetailed = (code: FindingCode, parameters: Record<string, string>): boolean => {
  const needed = textParameters[code];
  return needed !== undefined && needed.every((name) => Boolean(parameters[name]));
};

/**
 * Makes the finding of a code. Where a text can name particulars and `parameters` has all of them, the parameter
 * `context` is added, with which i18next takes `cause_detailed` in place of `cause`, and so with a remedy; else the text does without. A line of
 * PowerShell comes along where one helps.
 */
export const makeFinding = (
  code: FindingCode,
  parameters: Record<string, string>,
  changes: FormChange[] = [],
): Finding => {
  const command = findingCommand(code, parameters);
  return {
    code,
    ...findingTable[code],
    parameters: isDetailed(code, parameters) ? { ...parameters, context: 'detailed' } : { ...parameters },
    changes,
    ...(command === null ? {} : { command }),
  };
};
