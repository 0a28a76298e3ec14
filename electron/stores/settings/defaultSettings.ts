import { newSignInRules } from '../../contract/security/defaultSignInRules.ts';
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

/** What a fresh installation has: everything works before there is a server, because mail stays on the machine. */
export const defaultSettings: Settings = {
  schemaVersion,
  revision: 0,
  general: { language: null, theme: 'system', emailAlerts: false, publicUrl: null },
  security: newSignInRules,
  mail: { defaultProfileId: builtInProfileId, profiles: [builtInProfile] },
  directory: { active: null, draft: null },
};
