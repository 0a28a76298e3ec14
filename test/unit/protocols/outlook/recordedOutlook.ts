import type { FeedProgram } from '../../../../electron/protocols/machine/feedProgram.ts';
import type { OutlookParts } from '../../../../electron/protocols/outlook/outlookSession.ts';

/**
 * What the script writes, put together from the documentation of Outlook's object model and of COM's errors (MS-ERREF). None of it was
 * recorded on Windows: the script has not been run there.
 */
export const recorded = {
  opened: '{"answer":{"version":"16.0.0.18025","profile":"Outlook"}}',
  mailboxes:
    '{"answer":{"mailboxes":[' +
    '{"isDefault":true,"id":"0000000038A1","name":"anna@corp.example","address":"anna@corp.example"},' +
    '{"isDefault":false,"id":"0000000038A2","name":"Büro Zürich","address":"buero@corp.example"},' +
    '{"isDefault":false,"id":"0000000038A3","name":"Scanner","address":""}]}}',
  noMailbox: '{"answer":{"mailboxes":[]}}',
  sent: '{"answer":{"waitedMs":1503,"onBehalf":false}}',
  notInstalled: '{"error":"notInstalled","hresult":null,"words":""}',
  classNotRegistered: '{"error":"failed","hresult":"0x80040154","words":"Class not registered"}',
  serverExecution:
    '{"error":"failed","hresult":"0x80080005","words":"Server execution failed (Exception from HRESULT: 0x80080005 (CO_E_SERVER_EXEC_FAILURE))"}',
  logonFailed: '{"error":"failed","hresult":"0x80040111","words":"Der Server ist nicht verfügbar."}',
  unresolved: '{"error":"recipientUnresolved","hresult":null,"words":"bob@corp.example"}',
  sendAsDenied: '{"error":"sendAsDenied","hresult":null,"words":"Access is denied."}',
  sendAsDeniedByExchange:
    '{"error":"failed","hresult":"0x80004005","words":"You do not have the permission. (0x80070005-0x000004dc-0x00000524)"}',
  accessDenied: '{"error":"failed","hresult":"0x80070005","words":"Access is denied."}',
  prompted: '{"error":"failed","hresult":"0x80004004","words":"Operation aborted"}',
  timedOut: '{"error":"timedOut","hresult":null,"words":""}',
  offline: '{"error":"offline","hresult":null,"words":""}',
  meetingRequest: '{"error":"notAMessage","hresult":null,"words":"IPM.Schedule.Meeting.Request"}',
  anyOther: '{"error":"failed","hresult":"0x80020009","words":"Exception occurred."}',
  /** PowerShell itself, where a rule of the system keeps it from running scripts that use .NET. */
  constrainedLanguage:
    'Cannot invoke method. Method invocation is supported only on core types in this language mode.',
} as const;

export type Recorded = keyof typeof recorded;

/** What a start of PowerShell was given. */
export type Start = { program: string; args: readonly string[]; input: string };

/** A Windows whose PowerShell writes these outputs, one after the other. */
export const windowsThatSays = (...outputs: readonly Recorded[]) => {
  const starts: Start[] = [];
  const left = [...outputs];
  const start: FeedProgram = async (program, args, input) => {
    starts.push({ program, args, input });
    const name = left.shift();
    if (name === undefined) throw new Error('PowerShell was started once too often.');
    const said = Buffer.from(recorded[name]);
    const nothing = Buffer.alloc(0);
    if (name === 'constrainedLanguage') return { exitCode: 1, output: nothing, faults: said };
    return { exitCode: 0, output: said, faults: nothing };
  };
  const parts: OutlookParts = { start, platform: 'win32', environment: { SystemRoot: 'D:\\WinNT' } };
  return { parts, starts };
};
