import { abortReason } from '../../concurrency/abortReason.ts';
import { errorCode } from '../net/connectionError.ts';
import { decodeText } from '../text/decodeText.ts';
import type { ToolParts } from './askSystemTool.ts';
import { windowsProgram } from './windowsProgram.ts';

export type OwnAccountParts = ToolParts & {
  platform: NodeJS.Platform;
  /** This machine's own name: accounts with it in front are in no domain. */
  machineName: string;
  environment: NodeJS.ProcessEnv;
};

/** `whoami` of Windows: `corp\anna`. */
export const domainAccountIn = (text: string, machineName: string): string | null => {
  const [, domain, account] = /^([^\\\s]+)\\([^\\\r\n]+)$/.exec(text.trim()) ?? [];
  if (domain === undefined || account === undefined) return null;
  const isLocal = [machineName, 'nt authority', 'nt service'].some(
    (name) => name.toLowerCase() === domain.toLowerCase(),
  );
  return isLocal ? null : `${domain.toUpperCase()}\\${account}`;
};

/** `klist` of MIT and of Heimdal: whose tickets there are. */
export const principalIn = (text: string): string | null =>
  /^\s*(?:Default principal|Principal): (\S+@\S+)\s*$/m.exec(text)?.[1] ?? null;

/**
 * As whom Kerberos would sign this process in, as this machine says it: `CORP\anna`, or a principal `anna@CORP.EXAMPLE`; null: as
 * nobody of a domain. A label and no proof: it asks no controller. Throws the reason of the signal.
 */
export const readOwnAccount = async (
  { platform, machineName, environment, run, limitMs }: OwnAccountParts,
  signal: AbortSignal,
): Promise<string | null> => {
  const isWindows = platform === 'win32';
  const limit = AbortSignal.timeout(limitMs);
  try {
    const { exitCode, output } = await run(
      isWindows ? windowsProgram('whoami.exe', environment) : 'klist',
      [],
      AbortSignal.any([signal, limit]),
    );
    if (exitCode !== 0) return null;
    const text = decodeText(output);
    return isWindows ? domainAccountIn(text, machineName) : principalIn(text);
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    // The tool is not there, or says nothing: then nothing is offered.
    if (limit.aborted || errorCode(error) !== null) return null;
    throw error;
  }
};
