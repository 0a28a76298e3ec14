import { isFailure } from '../../contract/failures.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { Settings, StoredProfile, StoredValues } from '../../stores/settings/settingsSchema.ts';
import { isOfPerson } from '../oauth/clientDigest.ts';
import { SignInAgain } from '../oauth/signInAgain.ts';
import { tokenOwner } from '../oauth/tokenOwner.ts';
import type { SignInUse, SignInUses } from '../oauth/tokenRecords.ts';
import type { SignedIn, TokenService } from '../oauth/tokenService.ts';
import { isSignInOfPerson, type SignInPlace, signInPlaces, takesToken } from './profiles/signInPlace.ts';
import { loginHintOf } from './proof/oauth/loginHint.ts';
import { type TokenNeed, tokenNeeds } from './proof/oauth/tokenNeeds.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

export type ProfileTokenParts = {
  tokens: Pick<
    TokenService,
    'adopt' | 'getToken' | 'keepOnly' | 'lastUsedAt' | 'signOut' | 'hasToken' | 'sweep'
  >;
  readSettings: () => Promise<Settings>;
  /** What is in force of a profile. Throws the failures of `ProfileService.resolveActive`. */
  resolveActive: (id: string) => Promise<ResolvedProfile>;
  /** Stored values of a profile. Throws the failures of `ProfileResolver.resolveStored`. */
  resolveStored: (id: string, values: StoredValues) => Promise<ResolvedProfile>;
  log: ProblemLog;
};

/** The sign-in of a person that a profile rests on no longer holds. */
export type LostSignIn = { profile: string; name: string };

const ofPerson = ({ client }: TokenNeed): boolean => isOfPerson(client.grant.flow);

const createNeedsInForce =
  ({ resolveActive }: ProfileTokenParts) =>
  /** Empty: nothing in force, or it cannot be read now (vault locked, variable not set). */
  async (id: string): Promise<TokenNeed[]> => {
    try {
      return tokenNeeds(await resolveActive(id), false);
    } catch (error) {
      if (isFailure(error)) return [];
      throw error;
    }
  };

/** What the values in force and the draft of a profile take, where one of their sign-ins is meant; null: nobody can tell now. */
const createNeedsOfProfile =
  ({ resolveStored }: ProfileTokenParts) =>
  async (
    { id, active, draft }: StoredProfile,
    isMeant: (place: SignInPlace<unknown>) => boolean,
  ): Promise<TokenNeed[] | null> => {
    const stored = [active, draft]
      .filter((values) => values !== null)
      .filter((values) => signInPlaces(values).some(isMeant));
    try {
      const resolved = await Promise.all(stored.map((values) => resolveStored(id, values)));
      return resolved.flatMap((values) => tokenNeeds(values, true));
    } catch (error) {
      if (isFailure(error)) return null;
      throw error;
    }
  };

const toUse = (need: TokenNeed): SignedIn => {
  const { client, trust, destination } = need;
  return { client, trust, destination, loginHint: loginHintOf(need) };
};

const createUses = (parts: ProfileTokenParts) => {
  const { readSettings } = parts;
  const needsOfProfile = createNeedsOfProfile(parts);

  const usesOfProfile = async (profile: StoredProfile): Promise<SignInUse[] | null> =>
    (await needsOfProfile(profile, isSignInOfPerson))?.filter(ofPerson).map(toUse) ?? null;

  /** What the values in force and the drafts of all profiles sign in with. */
  return async (): Promise<SignInUses> => {
    const { profiles } = (await readSettings()).mail;
    return new Map(
      await Promise.all(profiles.map(async (profile) => [profile.id, await usesOfProfile(profile)] as const)),
    );
  };
};

const createRenewal = (parts: ProfileTokenParts) => {
  const { tokens, readSettings, log } = parts;
  const needsInForce = createNeedsInForce(parts);
  const readUses = createUses(parts);

  const isLost = async (owner: string, need: TokenNeed, signal: AbortSignal): Promise<boolean> => {
    const { client, trust, purposes, destination } = need;
    try {
      await tokens.getToken({
        ...{ owner, client, trust, purposes, signal, force: true },
        ...{ endpoints: null, attendant: null, loginHint: loginHintOf(need), destination },
      });
      return false;
    } catch (error) {
      if (signal.aborted) throw error;
      // That the provider cannot be reached now says nothing of the sign-in.
      if (!(error instanceof SignInAgain)) log.error('oauth.renewalFailed', { profile: owner, error });
      return error instanceof SignInAgain;
    }
  };

  return async (signal: AbortSignal): Promise<LostSignIn[]> => {
    const lost: LostSignIn[] = [];
    const { mail } = await readSettings();
    await tokens.sweep(readUses);
    for (const { id, active } of mail.profiles) {
      const needs = active === null ? [] : (await needsInForce(id)).filter(ofPerson);
      for (const need of needs)
        if (await isLost(id, need, signal)) lost.push({ profile: id, name: active?.name ?? '' });
    }
    return lost;
  };
};

/** When the sign-in of a person was last renewed, in ms since 1970 UTC; null: nobody signed in. */
export type LastSignInUse =
  | number
  | null
  /** It cannot be told now: the vault is locked, or a variable is not set. */
  | 'unreadable';

const createLastUse =
  ({ tokens, resolveActive }: ProfileTokenParts) =>
  async (profileId: string, part: 'authentication' | 'arrival'): Promise<LastSignInUse> => {
    const use = part === 'arrival' ? 'arrival' : 'send';
    try {
      const needs = tokenNeeds(await resolveActive(profileId), true);
      const need = needs.find(({ uses }) => uses.includes(use));
      if (need === undefined || !ofPerson(need)) return null;
      const { client, destination } = need;
      return await tokens.lastUsedAt(profileId, client, { loginHint: loginHintOf(need), destination });
    } catch (error) {
      if (isFailure(error)) return 'unreadable';
      throw error;
    }
  };

/** The tokens of the profiles beside their proofs: who signed in for them, and whether that still holds. */
export const createProfileTokens = (parts: ProfileTokenParts) => {
  const { tokens } = parts;
  const needsOfProfile = createNeedsOfProfile(parts);

  return {
    /** Gives what somebody signed in for before saving to the profile that was saved. @param by that person. */
    adopt: async (profileId: string, by: string, values: ResolvedProfile): Promise<void> => {
      for (const { client } of tokenNeeds(values, true))
        await tokens.adopt(tokenOwner(null, by, client), profileId);
    },

    /** Takes from a profile whose values have changed the tokens of those that it had before. */
    settle: async (profileId: string): Promise<void> => {
      const { profiles } = (await parts.readSettings()).mail;
      const profile = profiles.find(({ id }) => id === profileId);
      const needs = profile === undefined ? null : await needsOfProfile(profile, takesToken);
      if (needs !== null) tokens.keepOnly(profileId, needs.map(toUse));
    },

    /** Forgets what a profile signs in with again without a person; false: there was nothing. */
    forget: async (profileId: string): Promise<boolean> => {
      const had = await tokens.hasToken(profileId);
      await tokens.signOut(profileId);
      return had;
    },

    lastUse: createLastUse(parts),

    /**
     * Renews every sign-in of a person that sending with a profile in force rests on, so that it does not end for want of use. Gives
     * those that no longer hold.
     */
    renewAll: createRenewal(parts),
  };
};
