/** Why there is no Outlook to drive: the system is not Windows, or has no classic Outlook. */
export type OutlookUnavailableReason = 'notWindows' | 'notInstalled';

/** There is no Outlook that this program could drive. */
export class OutlookUnavailable extends Error {
  override readonly name = 'OutlookUnavailable';
  readonly reason: OutlookUnavailableReason;
  /** In Windows' own words; empty: it said none. */
  readonly words: string;

  constructor(reason: OutlookUnavailableReason, words: string) {
    super(reason);
    this.reason = reason;
    this.words = words;
  }
}

/** What went wrong in Outlook. */
export type OutlookFault =
  | { code: 'mailboxMissing'; mailboxes: readonly string[] }
  | { code: 'recipientUnresolved'; recipient: string }
  | { code: 'sendAsDenied' }
  /** Its question whether a program may send was answered with no, by a person or by a rule. */
  | { code: 'prompted' }
  /** The message still lies in the Outbox. */
  | { code: 'timedOut' }
  | { code: 'offline' }
  /** COM's error in hexadecimal, `0x80040154` (MS-ERREF 2.1); null: PowerShell or our script said no. */
  | { code: 'failed'; hresult: string | null };

/** Outlook did not do what it was asked. */
export class OutlookError extends Error {
  override readonly name = 'OutlookError';
  readonly fault: OutlookFault;
  /** In the words of Outlook, of Windows or of PowerShell; empty: it said none. */
  readonly words: string;

  constructor(fault: OutlookFault, words: string) {
    super(fault.code);
    this.fault = fault;
    this.words = words;
  }
}
