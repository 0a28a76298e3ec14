import type { OptionName } from './options.ts';
import { UsageError } from './usageError.ts';

/** The value of an option, as one of its choices. Throws UsageError, which names them all. */
export const chosen = <Choice extends string>(
  option: OptionName,
  value: string,
  choices: readonly Choice[],
): Choice => {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new UsageError('badChoice', { option: `--${option}`, value, choices: choices.join(', ') });
};
