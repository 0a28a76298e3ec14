/** From where it is known whether this machine is in a domain. */
export type JoinSource = 'dsregcmd' | 'realm' | 'krb5' | 'dsconfigad';

export type UnknownJoinReason =
  /** The tool of the system is not there. */
  | 'toolMissing'
  /** It was not done in time. */
  | 'timedOut'
  /** It ended and said nothing. */
  | 'emptyOutput'
  /** It said what nobody expects. */
  | 'unreadable'
  /** It could not be run. */
  | 'failed';

/** Whether this machine is in a domain, or why that cannot be told. */
export type MachineJoin =
  | {
      known: true;
      joined: boolean;
      /** As the system has it: a DNS name, or a NetBIOS name on Windows. */
      domain: string | null;
      /** What the system said, by its own keys, as evidence. */
      deviceState: Record<string, string>;
      source: JoinSource;
    }
  | { known: false; reason: UnknownJoinReason; source: JoinSource; words: string };
