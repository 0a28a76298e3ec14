import { fail } from '../../../contract/failures.ts';
import type { ProveInput, SaveProfileInput } from '../../../contract/mail/mail.contract.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { ProofLog } from '../../proof/proofLog.ts';
import { isHeld, isHeldSomewhere } from '../../users/rights/heldPermissions.ts';
import type { ProveProfile } from '../profileProving.ts';
import { allEndings, radarOf } from '../radar/radarOf.ts';
import type { CreateProofReport, ReportRequest } from '../../proof/report/proofReport.ts';
import {
  createProfileDemands,
  demandNoGain,
  type DemandParts,
  demandRight,
  demandVariables,
  type MailUser,
} from './profileDemands.ts';
import type { ProfileChange, ProfileMove } from './profileRemoval.ts';
import type { ProfileService } from './profileService.ts';
import { signInPlaces, takesToken } from './signInPlace.ts';

export type AccessParts = DemandParts & {
  profiles: ProfileService;
  proveProfile: ProveProfile;
  createProofReport: CreateProofReport;
  proofs: Pick<ProofLog, 'read'>;
  /** Forgets what a profile signs in with again without a person; false: there was nothing. */
  forgetTokens: (profileId: string) => Promise<boolean>;
  /** Gives the tokens that this person got with these values, before they were saved, to the new profile. */
  adoptTokens: (profileId: string, by: string, input: SaveProfileInput) => Promise<void>;
  /** Takes from a profile whose values have changed the tokens of those that it had before. */
  settleTokens: (profileId: string) => Promise<void>;
  now: () => Date;
  log: ProblemLog;
};

const createReading = (parts: AccessParts) => {
  const { settings, profiles, proofs } = parts;
  const { demandProfile } = createProfileDemands(parts);

  /** Of values that are no profile's, or of one that is gone: null, so that only who may see all profiles sees it. */
  const folderOf = async (profileId: string | null): Promise<string | null> => {
    const { mail } = await settings.read();
    return mail.profiles.find(({ id }) => id === profileId)?.folderId ?? null;
  };

  return {
    /** Those that the user may see. */
    listProfiles: async (user: MailUser) => {
      const { revision, profiles: all } = await profiles.listProfiles();
      return { revision, profiles: all.filter(({ folderId }) => isHeld(user.held, 'mail.view', folderId)) };
    },

    /** What ends, and what of that concerns the profiles that the user may see, in force and as drafts. */
    listEndings: async (user: MailUser) => {
      const { mail } = await settings.read();
      const now = parts.now();
      const endingsOf = (values: StoredValues | null) => (values === null ? [] : radarOf(values, now));
      const profiles = mail.profiles
        .filter(({ folderId }) => isHeld(user.held, 'mail.view', folderId))
        .map(({ id, active, draft }) => ({
          ...{ profileId: id, profileName: (active ?? draft)?.name ?? '' },
          ...{ endings: endingsOf(active), draft: endingsOf(draft) },
        }))
        .filter(({ endings, draft }) => endings.length > 0 || draft.length > 0);
      return { endings: allEndings(now), profiles };
    },

    getProfile: async (id: string, user: MailUser) => {
      await demandProfile(id, 'mail.view', user);
      return profiles.getProfile(id);
    },

    /** For who asked for the proof, and for who may see its profile. */
    createProofReport: async (request: ReportRequest, user: MailUser) => {
      const proof = proofs.read(request.proofId);
      if (!proof) throw fail('NOT_FOUND', {});
      const isOwn = proof.by === user.name;
      if (!isOwn && !isHeld(user.held, 'mail.view', await folderOf(proof.profileId)))
        throw fail('NOT_FOUND', {});
      return parts.createProofReport(request);
    },
  };
};

const createTokenCare = ({ adoptTokens, forgetTokens, settleTokens, log }: AccessParts) => {
  /** What was saved stays saved: without them a person is asked to sign in once more. */
  const adopt = async (profileId: string, { name }: MailUser, input: SaveProfileInput): Promise<void> => {
    if (!signInPlaces(input.values).some(takesToken)) return;
    await adoptTokens(profileId, name, input).catch((error: unknown) =>
      log.error('mail.signInNotAdopted', { profile: profileId, error }),
    );
  };

  /** What could not be forgotten of a profile that is gone goes with the daily sweep. */
  const forget = async (profileId: string): Promise<void> => {
    await forgetTokens(profileId).catch((error: unknown) =>
      log.error('mail.tokensNotForgotten', { profile: profileId, error }),
    );
  };

  /** Until the next change at the latest it shares what it got with values that are gone. */
  const settle = async (profileId: string): Promise<void> => {
    await settleTokens(profileId).catch((error: unknown) =>
      log.error('mail.tokensNotForgotten', { profile: profileId, error }),
    );
  };

  return { adopt, forget, settle };
};

const createChanging = (parts: AccessParts) => {
  const { profiles } = parts;
  const { adopt, forget, settle } = createTokenCare(parts);
  const { demandProfile, demandUnchanged, demandFolder } = createProfileDemands(parts);

  return {
    saveProfile: async (input: SaveProfileInput, user: MailUser) => {
      const { id, revision, folderId = null } = input;
      if (id === null) {
        demandRight(user, 'mail.create', folderId);
        demandVariables(user, 'mail.create', input.values);
        await demandFolder(folderId);
      } else {
        const profile = await demandUnchanged({ id, revision }, 'mail.edit', user);
        demandVariables(user, 'mail.edit', input.values, profile);
      }
      const saved = await profiles.saveProfile(input, user.name);
      await (id === null ? adopt(saved.profile.summary.id, user, input) : settle(id));
      return saved;
    },

    discardDraft: async (change: ProfileChange, user: MailUser) => {
      const { active } = await demandUnchanged(change, 'mail.edit', user);
      const saved = await profiles.discardDraft(change, user.name);
      await (active === null ? forget(change.id) : settle(change.id));
      return saved;
    },

    removeProfile: async (change: ProfileChange, user: MailUser) => {
      await demandUnchanged(change, 'mail.delete', user);
      const saved = await profiles.removeProfile(change, user.name);
      await forget(change.id);
      return saved;
    },

    /** Nobody gains a right over a profile by moving it. */
    moveProfile: async (move: ProfileMove, user: MailUser) => {
      const profile = await demandUnchanged(move, 'mail.edit', user);
      demandRight(user, 'mail.edit', move.folderId);
      demandNoGain(user, profile.folderId, move.folderId);
      await demandFolder(move.folderId);
      return profiles.moveProfile(move, user.name);
    },

    /** Forgets the tokens of a profile. */
    signOut: async (id: string, user: MailUser) => {
      await demandProfile(id, 'mail.edit', user);
      return { forgotten: await parts.forgetTokens(id) };
    },

    setDefaultProfile: async (change: ProfileChange, user: MailUser) => {
      demandRight(user, 'mail.edit', null);
      await demandUnchanged(change, 'mail.edit', user);
      return profiles.setDefaultProfile(change, user.name);
    },
  };
};

/**
 * Mail profiles as one person may see and change them: each call looks at the folder of the profile (REQUIREMENTS U29).
 * Failures besides those of the services: NOT_FOUND, also for what the user may not see; NOT_ALLOWED.
 */
export const createProfileAccess = (parts: AccessParts) => {
  const { demandProfile } = createProfileDemands(parts);
  return {
    ...createReading(parts),
    ...createChanging(parts),

    proveProfile: async (input: ProveInput, user: MailUser, signal: AbortSignal) => {
      if (input.id !== null) {
        const profile = await demandProfile(input.id, 'mail.edit', user);
        demandVariables(user, 'mail.edit', input.values, profile);
      } else {
        if (!isHeldSomewhere(user.held, 'mail.edit') && !isHeldSomewhere(user.held, 'mail.create'))
          throw fail('NOT_ALLOWED', { permission: 'mail.create' });
        demandVariables(user, 'mail.create', input.values);
      }
      return parts.proveProfile(input, user.name, signal, await user.findAddress());
    },
  };
};

export type ProfileAccess = ReturnType<typeof createProfileAccess>;
