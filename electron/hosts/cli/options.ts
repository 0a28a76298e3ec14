import { explainProtocols } from '../../contract/knowledge/knowledge.contract.ts';
import { languages } from '../../contract/languages.ts';
import { proofLimitSchema } from '../../contract/mail/mail.contract.ts';

type Option = {
  /** What stands behind it in the help; absent: it takes no value. */
  value?: string;
  choices?: readonly string[];
  short?: string;
};

/** Every option of every command. */
export const optionTable = {
  profile: { value: 'NAME' },
  draft: { value: 'FILE|-' },
  saved: {},
  to: { value: 'ADDRESS' },
  until: { value: 'envelope|deliver|arrive', choices: proofLimitSchema.options },
  protocol: { value: 'NAME', choices: explainProtocols },
  /** Each command has choices of its own. */
  stage: { value: 'NAME' },
  input: { value: 'JSON|@FILE|-' },
  user: { value: 'NAME' },
  windows: {},
  json: {},
  'data-dir': { value: 'FOLDER' },
  language: { value: languages.join('|'), choices: languages },
  help: { short: 'h' },
  version: {},
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof optionTable;

export const optionNames = Object.keys(optionTable) as OptionName[];

/** Options that every command takes. */
export const globalOptions: readonly OptionName[] = ['data-dir', 'language', 'help', 'version'];

/** What the table says of an option. */
export const optionOf = (name: OptionName): Option => optionTable[name];

/** True for the long name of an option, without its hyphens. */
export const isOptionName = (name: string): name is OptionName => Object.hasOwn(optionTable, name);
