import type { Ending } from '../../contract/mail/radar.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import type { Command } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { withConsole } from './withConsole.ts';

type Radar = Awaited<ReturnType<InProcessClient['mail']['listEndings']>>;

const profilesOf = ({ profiles }: Radar, { code }: Ending): string[] =>
  profiles
    .filter(({ endings }) => endings.some((ending) => ending.code === code))
    .map(({ profileName }) => profileName);

const jsonLine = (radar: Radar, ending: Ending): string =>
  JSON.stringify({ ...ending, profiles: profilesOf(radar, ending) });

const lines = (radar: Radar, ending: Ending, translate: Translate): string[] => {
  const { code, state, phases, source, checkedOn } = ending;
  const names = profilesOf(radar, ending);
  const title = translate(`radar:endings.${code}.title`);
  const details = [
    ...phases.map(({ code: phase, on }) =>
      translate('radar:phase', { day: on, phase: translate(`radar:phases.${phase}`) }),
    ),
    translate(`radar:endings.${code}.what`),
    translate(`radar:endings.${code}.instead`),
    names.length === 0
      ? translate('radar:concernsNone')
      : translate('radar:concerns', { names: names.join(', ') }),
    translate('radar:source', { source }),
    translate('radar:checkedOn', { day: checkedOn }),
  ];
  return [
    translate('radar:line', { state: translate(`radar:states.${state}`), title }),
    ...details.map((line) => `  ${line}`),
  ];
};

/** `radar`: what ends at providers and in protocols, and which profiles in force it concerns. Asks nobody. */
export const radar: Command = async (invocation) => {
  const { options, language, terminal, signal } = invocation;
  const translate = await loadTranslator(language, ['radar']);
  return withConsole(invocation, async ({ client }) => {
    const known = await client.mail.listEndings(undefined, { signal });
    for (const ending of known.endings) {
      const written = options.has('json') ? [jsonLine(known, ending)] : lines(known, ending, translate);
      for (const line of written) terminal.print(line);
    }
    return exitCodes.passed;
  });
};
