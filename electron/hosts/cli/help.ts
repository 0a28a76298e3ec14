import type { Translate } from '../../locales/translate.ts';
import type { CommandEntry } from './command.ts';
import { type CommandName, commandNames, commandOf } from './commands.ts';
import { globalOptions, type OptionName, optionOf } from './options.ts';

const program = 'relay-console';

const optionSyntax = (name: OptionName): string => {
  const { value, short } = optionOf(name);
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
};

/** The syntax, and below it what it does: both fit in 80 columns whatever the language. */
const entry = (syntax: string, meaning: string): string[] => [`  ${syntax}`, `      ${meaning}`];

/** What an option does; a command may have a meaning and choices of its own for it. */
const optionHelp = (
  translate: Translate,
  name: OptionName,
  { meanings, choices }: Pick<CommandEntry, 'meanings' | 'choices'> = {},
): string[] => {
  const known = choices?.[name] ?? optionOf(name).choices ?? [];
  const meaning = translate(`cli:options.${meanings?.[name] ?? name}`, { choices: known.join(', ') });
  return entry(optionSyntax(name), meaning);
};

const exitCodeHelp = (translate: Translate): string[] =>
  (['0', '1', '2', '3', '4', '70', '130'] as const).map(
    (code) => `  ${code.padStart(3)}  ${translate(`cli:exitCodes.${code}`)}`,
  );

const generalHelp = (translate: Translate): string[] => [
  `${translate('cli:help.usage')} ${program} ${translate('cli:help.commandAndOptions')}`,
  '',
  translate('cli:help.commands'),
  ...commandNames.flatMap((name) => entry(commandOf(name).usage, translate(`cli:commands.${name}`))),
];

const commandHelp = (translate: Translate, name: CommandName): string[] => [
  `${translate('cli:help.usage')} ${program} ${commandOf(name).usage} ${translate('cli:help.options')}`,
  '',
  translate(`cli:commands.${name}`),
  '',
  translate('cli:help.commandOptions'),
  ...commandOf(name).options.flatMap((option) => optionHelp(translate, option, commandOf(name))),
];

/** Loaded when it is asked for: the contract is most of what the program knows. */
const operationHelp = async (translate: Translate): Promise<string[]> => {
  const { operationNames } = await import('./operationNames.ts');
  return ['', translate('cli:help.operations'), ...operationNames.map((name) => `  ${name}`)];
};

/** The help of one command, or of all. `translate` knows the namespace `cli`. */
export const helpText = async (translate: Translate, command: CommandName | null): Promise<string> =>
  [
    ...(command === null ? generalHelp(translate) : commandHelp(translate, command)),
    ...(command === 'call' ? await operationHelp(translate) : []),
    '',
    translate('cli:help.globalOptions'),
    ...globalOptions.flatMap((option) => optionHelp(translate, option)),
    '',
    translate('cli:help.exitCodes'),
    ...exitCodeHelp(translate),
  ].join('\n');
