import { oauthFlowSchema, oauthProviderSchema } from '../oauth/oauthClient.ts';
import type { Evidence, FactName } from './evidence.ts';
import { trustText } from './trustLine.ts';
import type { Say } from './say.ts';

/** Names of functional levels by number (MS-ADTS 6.1.4.2); they are the same in every language. */
const levels: Readonly<Record<string, string>> = {
  ...{ 0: 'Windows 2000', 1: 'Windows Server 2003 (interim)', 2: 'Windows Server 2003' },
  ...{ 3: 'Windows Server 2008', 4: 'Windows Server 2008 R2', 5: 'Windows Server 2012' },
  ...{ 6: 'Windows Server 2012 R2', 7: 'Windows Server 2016', 10: 'Windows Server 2025' },
};

/** What was asked on this machine, as a person would ask it. */
const joinSources: Readonly<Record<string, string>> = {
  ...{ dsregcmd: 'dsregcmd /status', realm: 'realm list', krb5: '/etc/krb5.conf' },
  dsconfigad: 'dsconfigad -show',
};

type Worded = (word: string, say: Say, language: string) => string;

const moment: Worded = (word, _, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(new Date(word));

const words: Partial<Record<FactName, Worded>> = {
  tlsProblems: (word, say) => say(`findings:${word}.title`),
  trusts: (word, say) => trustText(word, say),
  signing: (word, say) => say(`proof:demands.${word}`),
  channelBinding: (word, say) => say(`proof:demands.${word}`),
  credentialSource: (word, say) => say(`proof:credentialSources.${word}`),
  controllerFlags: (word, say) => say(`proof:controllerFlags.${word}`),
  portStates: (word, say) => {
    const [port = '', state = ''] = word.split(' ');
    return `${port} ${say(`proof:portStates.${state}`)}`;
  },
  functionalLevels: (word) => (levels[word] === undefined ? word : `${levels[word]} (${word})`),
  joinSource: (word) => joinSources[word] ?? word,
  controllerTime: moment,
  expiresAt: moment,
  ticketExpiresAt: moment,
  provider: (word, say) =>
    oauthProviderSchema.safeParse(word).success ? say(`proof:providers.${word}`) : word,
  flow: (word, say) => (oauthFlowSchema.safeParse(word).success ? say(`proof:flows.${word}`) : word),
};

/**
 * The value of a fact for people, several values a line each. Times are those of this machine's time zone.
 * @param language BCP 47.
 */
export const factText = (
  name: FactName,
  value: NonNullable<Evidence['facts'][FactName]>,
  say: Say,
  language: string,
): string => {
  if (typeof value === 'boolean') return say(value ? 'proof:yes' : 'proof:no');
  if (typeof value === 'number')
    return name === 'port' ? String(value) : new Intl.NumberFormat(language).format(value);
  return [value]
    .flat()
    .map((word) => words[name]?.(word, say, language) ?? word)
    .join('\n');
};
