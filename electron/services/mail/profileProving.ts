import type { Language } from '../../contract/languages.ts';
import type { ProofLimit, ProveInput } from '../../contract/mail/mail.contract.ts';
import type { ProofEvent, ProofRecord, StageName } from '../../contract/proof/proof.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { LiveSecrets } from '../../stores/vault/liveSecrets.ts';
import type { ProofLookup } from '../proof/proofLog.ts';
import { streamProof } from '../proof/streamProof.ts';
import { ownRecipient, recipientFor } from './ownRecipient.ts';
import type { ProfileService } from './profiles/profileService.ts';
import { type ResolvedProfile, secretsOf } from './resolvedProfile.ts';

/** What a proof of mail is asked to do. */
export type MailProofRequest = {
  /** Null: the values of a new profile. */
  profileId: string | null;
  values: ResolvedProfile;
  recipient: string;
  until: ProofLimit;
  language: Language;
  /** Who started it. */
  by: string;
};

/** Runs the stages when its events are read; what it finished can be looked up by its id before it says so. */
export type MailProof = (signal: AbortSignal) => AsyncIterable<ProofEvent>;

/** Prepares a proof. Throws INVALID_INPUT for what cannot be proven. */
export type MailProver = (request: MailProofRequest) => MailProof;

export type ProvingParts = {
  profiles: Pick<ProfileService, 'resolveProfile' | 'recordProof'>;
  prove: MailProver;
  proofs: ProofLookup;
  secrets: LiveSecrets;
  log: ProblemLog;
};

/** The stages whose outcome rests on who the recipient is, not on the profile alone. */
const recipientStages: readonly StageName[] = ['envelope', 'deliver', 'arrive'];

/** True for what only says that somebody else than the profile's own recipient got no message. */
const isAboutRecipient = (record: ProofRecord, recipient: string, own: string): boolean =>
  record.outcome === 'failed' &&
  recipientStages.includes(record.stage) &&
  recipient.toLowerCase() !== own.toLowerCase();

/**
 * Proves the values of a form. Changes no settings; notes the result when exactly the values in force of the profile
 * were proven, and when it says something of the profile: not that a recipient for once was wrong. What keeps the proof from starting (SECRET_REQUIRED, INVALID_INPUT, VAULT_LOCKED, NOT_FOUND) is thrown
 * before the stream is there.
 */
export const createProfileProving = ({ profiles, prove, proofs, secrets, log }: ProvingParts) => {
  const note = async (id: string, record: ProofRecord): Promise<void> => {
    await profiles
      .recordProof(id, record)
      .catch((error: unknown) => log.error('mail.proofNotNoted', { profile: id, error }));
  };

  return async (
    input: ProveInput,
    by: string,
    signal: AbortSignal,
    /** Mail address of who proves; null: none is known. */
    address: string | null = null,
  ): Promise<AsyncGenerator<ProofEvent, undefined, void>> => {
    const { id, recipient, until, language } = input;
    const values = await profiles.resolveProfile(input);
    const to = recipient ?? recipientFor(values, address);
    const proof = prove({ profileId: id, values, recipient: to, until, language, by });
    const noteFinished = async (proofId: string): Promise<void> => {
      const record = proofs.find(proofId);
      if (id === null || record === null || isAboutRecipient(record, to, ownRecipient(values))) return;
      await note(id, record);
    };
    return streamProof({ proof, passwords: secretsOf(values), secrets, noteFinished }, signal);
  };
};

export type ProveProfile = ReturnType<typeof createProfileProving>;
