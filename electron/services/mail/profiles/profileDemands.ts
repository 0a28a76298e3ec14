import { fail, refuseField } from '../../../contract/failures.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import { type Permission, permissions } from '../../../contract/permissions.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import type { SettingsStore } from '../../../stores/settings/settingsStore.ts';
import { gainedByMove, type HeldPermissions, isHeld } from '../../users/rights/heldPermissions.ts';
import type { Note } from '../../audit/note.ts';
import { newVariable } from './newVariable.ts';
import type { ProfileChange } from './profileRemoval.ts';
import { findProfile } from './storedProfiles.ts';

/** Who asks for something of mail, by the name that is noted with it, and what that person may do. */
export type MailUser = {
  name: string;
  /** Of the user's own mail; null: none is known. */
  findAddress: () => Promise<string | null>;
  held: HeldPermissions;
  note: Note;
};

export type DemandParts = {
  settings: Pick<SettingsStore, 'read'>;
  /** True when there is this folder. */
  hasFolder: (folderId: string) => Promise<boolean>;
};

const mailPermissions = permissions.filter((permission) => permission.startsWith('mail.'));

const refuse = (permission: Permission) => fail('NOT_ALLOWED', { permission });

/** NOT_ALLOWED when it is not held in this folder, or everywhere for null. */
export const demandRight = ({ held }: MailUser, permission: Permission, folderId: string | null): void => {
  if (!isHeld(held, permission, folderId)) throw refuse(permission);
};

/** NOT_ALLOWED when the user would gain a right over a profile that is moved there. */
export const demandNoGain = ({ held }: MailUser, from: string | null, to: string | null): void => {
  const permission = gainedByMove(held, mailPermissions, { from, to });
  if (permission) throw refuse(permission);
};

/**
 * INVALID_INPUT for a variable that is not used so already by who holds the right in a folder alone: the environment is
 * the whole program's, and whoever names a variable and a server reads it.
 */
export const demandVariables = (
  { held }: MailUser,
  permission: Permission,
  values: ProfileWrite,
  profile?: StoredProfile,
): void => {
  if (isHeld(held, permission, null)) return;
  const path = newVariable(values, profile);
  if (path !== null) throw refuseField(path, 'variableNeedsRight', { permission });
};

const nameOf = ({ active, draft }: StoredProfile): string => (active ?? draft)?.name ?? '';

/** A profile over which the user has this right. NOT_FOUND also for one that the user may not see, NOT_ALLOWED. */
const findAllowed = (
  settings: Settings,
  id: string,
  permission: Permission,
  user: MailUser,
): StoredProfile => {
  const profile = findProfile(settings, id);
  if (!isHeld(user.held, 'mail.view', profile.folderId)) throw fail('NOT_FOUND', {});
  user.note({ subject: nameOf(profile) });
  demandRight(user, permission, profile.folderId);
  return profile;
};

/** What has to be so before something is done with a profile or a folder. */
export const createProfileDemands = ({ settings, hasFolder }: DemandParts) => ({
  demandProfile: async (id: string, permission: Permission, user: MailUser): Promise<StoredProfile> =>
    findAllowed(await settings.read(), id, permission, user),

  /** A profile that is about to be changed. CONFLICT: what was looked at here is not what would be changed. */
  demandUnchanged: async (
    { id, revision }: ProfileChange,
    permission: Permission,
    user: MailUser,
  ): Promise<StoredProfile> => {
    const current = await settings.read();
    const profile = findAllowed(current, id, permission, user);
    if (current.revision !== revision) throw fail('CONFLICT', { revision: current.revision });
    return profile;
  },

  /** INVALID_INPUT when the folder is gone. */
  demandFolder: async (folderId: string | null): Promise<void> => {
    if (folderId === null || (await hasFolder(folderId))) return;
    throw refuseField(['folderId'], 'goneMeanwhile');
  },
});
