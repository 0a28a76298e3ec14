import type { Generated } from 'kysely';

/** A moment: ms since 1970 UTC. */
type Moment = number;
/** 0 or 1. */
type Flag = number;

/** A local user, or what stands for one or many people of the directory. */
export type UserRow = {
  id: string;
  kind: 'localUser' | 'directoryUser' | 'directoryGroup';
  name: string;
  /** The name as it is compared; no two are alike. */
  nameKey: string;
  displayName: string;
  mail: string | null;
  language: string | null;
  isActive: Flag;
  /** The predefined user *admin* (U22). */
  isBuiltIn: Flag;
  mayUseBasicAuthentication: Flag;
  mustChangePassword: Flag;
  createdAt: Moment;
  lastSignInAt: Moment | null;
  /** What the search looks through: name, shown name and address, folded. */
  searchText: string;
  /** One more at every change. */
  revision: number;
};

/** Who a user or group is in the directory; its name there is the name of the user. */
export type DirectoryObjectRow = {
  userId: string;
  /** As text, lower case. */
  objectGuid: string;
  /** As text, `S-1-5-…`. */
  objectSid: string;
  /** DNS name. */
  domain: string;
  /** The account name without its domain, as it is compared. */
  accountKey: string;
  userPrincipalName: string | null;
  /** The same as it is compared. */
  principalKey: string | null;
  distinguishedName: string;
  state: 'present' | 'disabled' | 'deleted';
  checkedAt: Moment;
  isAutoProvisioned: Flag;
  overridesMail: Flag;
  overridesLanguage: Flag;
};

/** When the groups of somebody were read last, and when that last failed since, and why. */
export type MembershipRow = {
  userId: string;
  readAt: Moment | null;
  failedAt: Moment | null;
  /** The code of a finding. */
  obstacle: string | null;
};
/** A group of somebody's token, known here or not. */
export type TokenGroupRow = { userId: string; groupSid: string };

export type CredentialRow = { userId: string; hash: string; changedAt: Moment };
export type PasswordHistoryRow = { userId: string; hash: string; changedAt: Moment };

/** Failed attempts of somebody who may exist or not. */
export type LockoutRow = {
  /** The user's id, or the name that was typed when nobody has it. */
  key: string;
  userId: string | null;
  failed: number;
  lockedUntil: Moment | null;
  lastAt: Moment;
  lastDoor: string;
  lastMachine: string;
};

export type RoleRow = {
  id: string;
  name: string;
  nameKey: string;
  description: string;
  isBuiltIn: Flag;
  revision: number;
};
export type RolePermissionRow = { roleId: string; permission: string };
export type FolderRow = {
  id: string;
  parentId: string | null;
  name: string;
  nameKey: string;
  revision: number;
};
/** `folderId` null: everywhere. */
export type GrantRow = { userId: string; roleId: string; folderId: string | null };

export type SessionRow = {
  id: string;
  /** SHA-256 of what the caller shows; that itself is kept nowhere. */
  tokenHash: string;
  userId: string;
  door: string;
  machine: string;
  createdAt: Moment;
  seenAt: Moment;
  endedAt: Moment | null;
  endReason: string | null;
};

export type SignInAttemptRow = {
  id: Generated<number>;
  at: Moment;
  /** Null: nobody has the name that was typed. */
  userId: string | null;
  door: string;
  machine: string;
  result: string;
};

export type AuditRow = {
  number: Generated<number>;
  at: Moment;
  /** Null: the person who started the program, or the program itself. */
  userId: string | null;
  user: string;
  door: string;
  machine: string;
  operation: string;
  subject: string;
  /** JSON. */
  changes: string;
  result: string;
  /** SHA-256, hex, of the hash before and of everything else in the row. */
  hash: string;
};

/** The oldest row that is kept, and the hash before it. One row. */
export type AuditAnchorRow = { firstNumber: number; hashBefore: string };

/** A mail of the program that waits to be sent, is sent, or was: outbox and delivery log in one. */
export type NoticeRow = {
  id: string;
  kind: string;
  userId: string | null;
  toAddress: string;
  language: string;
  /** JSON: what its text names. Never the text, never a code. */
  details: string;
  createdAt: Moment;
  /** When it is due; while it is being sent: when that counts as broken off. */
  nextAttemptAt: Moment;
  expiresAt: Moment;
  attempts: number;
  state: 'waiting' | 'sending' | 'delivered' | 'failed' | 'expired';
  /** The fingerprint of the profile whose sign-in was refused: with that one it is not tried again. */
  refusedProfile: string | null;
  /** JSON. */
  lastResult: string | null;
  messageId: string | null;
};

/** SHA-256 of what was mailed; that itself is kept nowhere. */
export type ResetCodeRow = {
  codeHash: string;
  userId: string;
  createdAt: Moment;
  expiresAt: Moment;
  usedAt: Moment | null;
};

/** Somebody asked for a code, or tried one. */
export type ResetAttemptRow = {
  id: Generated<number>;
  step: 'request' | 'guess' | 'rehearsal';
  /** The user's id, or a hash of what was typed when nobody has it. */
  subject: string;
  machine: string;
  at: Moment;
  /** 0: it was one too many for its subject. */
  isAllowed: Flag;
};

export type AlertRow = {
  id: Generated<number>;
  at: Moment;
  severity: string;
  component: string;
  code: string;
  /** JSON. */
  parameters: string;
};
export type AlertReadRow = { userId: string; alertId: number };
export type AlertSubscriptionRow = {
  userId: string;
  severity: string;
  rhythm: string;
  /** Alerts up to this id need no mail to this user any more. */
  mailedUntil: number;
  mailedAt: Moment;
};

/** What the watch saw last of a server or a secret. */
export type WatchMarkRow = {
  key: string;
  kind: string;
  name: string;
  /** JSON: names. */
  profiles: string;
  state: string;
  endsAt: Moment | null;
  /** Of a password: since when it is the same. */
  since: Moment | null;
  /** Changes when another secret takes its place; never the secret. */
  secretId: string | null;
  /** The code of a finding. */
  finding: string | null;
  /** How many days before `endsAt` that was told last; 0: that it is over. */
  toldStep: number | null;
  isSilenceTold: Flag;
  /** It ends soon and is fine when it was looked at: it lives shortly. */
  isShortLived: Flag;
  checkedAt: Moment;
  /** One more at every look. */
  revision: number;
};

/** Every table of the database. */
export type Tables = {
  users: UserRow;
  directoryObjects: DirectoryObjectRow;
  memberships: MembershipRow;
  tokenGroups: TokenGroupRow;
  credentials: CredentialRow;
  passwordHistory: PasswordHistoryRow;
  lockouts: LockoutRow;
  roles: RoleRow;
  rolePermissions: RolePermissionRow;
  folders: FolderRow;
  grants: GrantRow;
  sessions: SessionRow;
  signInAttempts: SignInAttemptRow;
  audit: AuditRow;
  auditAnchor: AuditAnchorRow;
  alerts: AlertRow;
  alertReads: AlertReadRow;
  alertSubscriptions: AlertSubscriptionRow;
  notices: NoticeRow;
  resetCodes: ResetCodeRow;
  resetAttempts: ResetAttemptRow;
  watchMarks: WatchMarkRow;
};
