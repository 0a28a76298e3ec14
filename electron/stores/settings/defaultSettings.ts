import type { SignInRules } from '../../contract/security/signInRules.ts';
import { type Settings, schemaVersion, type StoredProfile } from './settingsSchema.ts';

/** The same on every machine, so that a fresh installation means the same profile in every program that reads it. */
export const builtInProfileId = '00000000-0000-4000-8000-000000000001';

const builtInProfile: StoredProfile = {
  id: builtInProfileId,
  folderId: null,
  active: {
    kind: 'capture',
    name: 'built-in-mailbox',
    from: { address: 'relay-console@localhost.localdomain', displayName: 'Relay Console' },
    testRecipient: null,
  },
  draft: null,
};

/**
 * REQUIREMENTS S01–S06, U26–U28, as the table has them. The audit is kept for ever: nothing that somebody may have to
 * account for goes before a person has decided so.
 */
export const defaultSignInRules: SignInRules = {
  passwords: {
    mustHaveSpecialCharacters: false,
    mustHaveLowercase: true,
    mustHaveUppercase: false,
    mustHaveDigits: true,
    minimumLength: 8,
    expirationDays: 0,
    previousPasswords: 0,
    mustChangeOnFirstSignIn: true,
  },
  lockout: { isEnabled: true, lockSeconds: 300, attempts: 10 },
  sessions: { idleMinutes: 30, absoluteHours: 12, onePerUser: true },
  audit: { retentionDays: 0 },
  isBasicAuthenticationRestricted: true,
};

/**
 * A new console begins with what NIST SP 800-63B-4 3.1.1.2 asks of a password that is the only factor: 15 characters,
 * and no kinds that have to be among them.
 */
const newSignInRules: SignInRules = {
  ...defaultSignInRules,
  passwords: {
    ...defaultSignInRules.passwords,
    mustHaveLowercase: false,
    mustHaveDigits: false,
    minimumLength: 15,
  },
};

/** What a fresh installation has: everything works before there is a server, because mail stays on the machine. */
export const defaultSettings: Settings = {
  schemaVersion,
  revision: 0,
  general: { language: null, theme: 'system', emailAlerts: false, publicUrl: null },
  security: newSignInRules,
  mail: { defaultProfileId: builtInProfileId, profiles: [builtInProfile] },
};
