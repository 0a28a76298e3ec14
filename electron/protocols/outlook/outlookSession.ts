import { z } from 'zod';
import type { FeedProgram } from '../machine/feedProgram.ts';
import { windowsProgram } from '../machine/windowsProgram.ts';
import { errorCode } from '../net/connectionError.ts';
import { readOutlookAnswer } from './outlookAnswer.ts';
import { OutlookError, OutlookUnavailable } from './outlookError.ts';
import { outlookScriptArguments } from './outlookScript.ts';

/** What Outlook is driven from. */
export type OutlookParts = {
  start: FeedProgram;
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
};

/** Asks the script one thing. Throws OutlookUnavailable, OutlookError, and the reason of the signal. */
export type AskOutlook = <Answer>(
  request: Readonly<Record<string, unknown>>,
  schema: z.ZodType<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

/** The Outlook of this Windows user, ready to be asked. */
export type OutlookSession = {
  /** As `16.0.0.18025`. */
  version: string;
  /** Name of the mail profile. */
  profile: string;
  ask: AskOutlook;
};

const powerShell = String.raw`WindowsPowerShell\v1.0\powershell.exe`;
const openedSchema = z.object({ version: z.string(), profile: z.string() });

/** One line of ASCII: the same in every code page that PowerShell may read it with. */
const toLine = (request: Readonly<Record<string, unknown>>): string => {
  const json = JSON.stringify(request).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
};

const createAsk =
  ({ start, environment }: OutlookParts): AskOutlook =>
  async (request, schema, signal) => {
    const program = windowsProgram(powerShell, environment);
    try {
      const said = await start(program, outlookScriptArguments(), toLine(request), signal);
      return readOutlookAnswer(said, schema);
    } catch (error) {
      const code = signal.aborted || error instanceof OutlookError ? null : errorCode(error);
      if (code === null) throw error;
      throw new OutlookError({ code: 'failed', hresult: null }, `powershell.exe: ${code}`);
    }
  };

/**
 * Starts Outlook, or takes the one that runs, with the user's default mail profile ("Automating Outlook from other Office
 * applications"). Throws OutlookUnavailable, OutlookError, and the reason of the signal, which ends PowerShell but never Outlook.
 */
export const openOutlook = async (parts: OutlookParts, signal: AbortSignal): Promise<OutlookSession> => {
  if (parts.platform !== 'win32') throw new OutlookUnavailable('notWindows', '');
  const ask = createAsk(parts);
  return { ...(await ask({ operation: 'open' }, openedSchema, signal)), ask };
};
