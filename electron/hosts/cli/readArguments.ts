import { parseArgs } from 'node:util';
import { isOptionName, type OptionName, optionOf, optionTable } from './options.ts';
import { UsageError } from './usageError.ts';

export type Arguments = {
  /** What is no option, in order: the command and what it is about. */
  words: readonly string[];
  /** Options with their values; without a value the empty text. */
  options: ReadonlyMap<OptionName, string>;
};

const spelled = (name: string): string => `--${name}`;

const parserOptions = Object.fromEntries(
  Object.entries(optionTable).map(([name, option]) => [
    name,
    {
      type: 'value' in option ? ('string' as const) : ('boolean' as const),
      ...('short' in option ? { short: option.short } : {}),
    },
  ]),
);

const readOption = (rawName: string, name: string, value: string | undefined): [OptionName, string] => {
  if (!isOptionName(name)) throw new UsageError('unknownOption', { option: rawName });
  const { value: wanted, choices } = optionOf(name);
  if (wanted === undefined && value !== undefined)
    throw new UsageError('unexpectedValue', { option: spelled(name) });
  if (wanted !== undefined && (value === undefined || value === ''))
    throw new UsageError('missingValue', { option: spelled(name), value: wanted });
  if (value !== undefined && choices !== undefined && !choices.includes(value))
    throw new UsageError('badChoice', { option: spelled(name), value, choices: choices.join(', ') });
  return [name, value ?? ''];
};

/** Takes the arguments apart; the last of several equal options counts. Throws UsageError. */
export const readArguments = (args: readonly string[]): Arguments => {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: parserOptions,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  return {
    words: positionals,
    options: new Map(given.map(({ rawName, name, value }) => readOption(rawName, name, value))),
  };
};
