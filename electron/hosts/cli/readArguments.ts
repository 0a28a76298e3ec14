import { parseArgs } from 'node:util';
import { chosen } from './chosen.ts';
import { isOptionName, type OptionName, optionOf, optionNames, optionTable } from './options.ts';
import { suggestion } from './suggestion.ts';
import { UsageError } from './usageError.ts';

export type Arguments = {
  /** What is no option, in order: the command and what it is about. */
  words: readonly string[];
  /** Options with their values, the last one of each; without a value the empty text. */
  options: ReadonlyMap<OptionName, string>;
  /** Options that have values, with all of them in order. */
  repeated: ReadonlyMap<OptionName, readonly string[]>;
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

type OptionToken = {
  rawName: string;
  name: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
};

const unknownOption = (option: string): UsageError =>
  option.startsWith('--')
    ? new UsageError('unknownOption', { option, ...suggestion(option, optionNames.map(spelled)) })
    : new UsageError('unknownLetter', { option });

/** What begins with a hyphen is the next option, unless it is tied to this one with an equals sign. */
const isMissing = ({ value = '', inlineValue }: OptionToken): boolean =>
  value === '' || (!inlineValue && value.startsWith('-') && value !== '-');

const readOption = (token: OptionToken): [OptionName, string] => {
  const { rawName, name, value } = token;
  if (!isOptionName(name)) throw unknownOption(rawName);
  const { value: wanted, choices } = optionOf(name);
  if (wanted === undefined && value !== undefined)
    throw new UsageError('unexpectedValue', { option: spelled(name) });
  if (wanted !== undefined && isMissing(token))
    throw new UsageError('missingValue', { option: spelled(name), value: wanted });
  if (value !== undefined && choices !== undefined) chosen(name, value, choices);
  return [name, value ?? ''];
};

/** Takes the arguments apart. Throws UsageError. */
export const readArguments = (args: readonly string[]): Arguments => {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: parserOptions,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option').map(readOption);
  const valued = given.filter(([name]) => 'value' in optionTable[name]);
  const groups = Map.groupBy(valued, ([name]) => name);
  const repeated = new Map([...groups].map(([name, all]) => [name, all.map(([, value]) => value)]));
  return { words: positionals, options: new Map(given), repeated };
};
