import { readFileSync } from 'node:fs';

/** Beside this file in the sources; the build puts it beside each program. */
const scriptFile = new URL('./outlook.ps1', import.meta.url);

/**
 * What Windows PowerShell is started with. The script goes as a constant (-EncodedCommand: base64 of UTF-16, "about_PowerShell_exe")
 * and not as a file: a copy outside the program's archive could be exchanged before it is read, would stay behind when the program
 * is killed, and falls under execution policies that a group policy sets. What differs from call to call goes to its standard input.
 */
export const outlookScriptArguments = (): string[] => [
  ...['-NoLogo', '-NoProfile', '-NonInteractive', '-InputFormat', 'Text', '-OutputFormat', 'Text'],
  '-EncodedCommand',
  Buffer.from(readFileSync(scriptFile, 'utf8'), 'utf16le').toString('base64'),
];
