import { useState } from 'react';
import type { ProofLimit } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useProofRun } from '../proof/useProofRun.ts';
import type { ProfileSource } from './profileSource.ts';
import { reachableLimit } from './reachableLimit.ts';

/** The proof of a mail profile: how far, to whom, and with which values it was made. */
export const useMailProof = ({ id, side }: Pick<ProfileSource, 'id' | 'side'>) => {
  const client = useClient();
  const language = useLanguage();
  const proof = useProofRun();
  const [until, setUntil] = useState<ProofLimit>('deliver');
  const [recipient, setRecipient] = useState('');
  const [provenValues, setProvenValues] = useState('');

  /** Proves `values`; gives the proof as it ended and what kept it from being made. */
  const prove = (values: ProfileWrite) => {
    setProvenValues(JSON.stringify(values));
    const input = {
      id,
      values,
      ...(id === null ? {} : { keepFrom: side }),
      recipient: recipient.trim() === '' ? null : recipient.trim(),
      until: reachableLimit(until, values.kind === 'smtp' && values.arrival !== null),
      language,
    };
    return proof.start((signal) => client.mail.proveProfile(input, { signal }));
  };

  return {
    ...proof,
    until,
    setUntil,
    recipient,
    setRecipient,
    prove,
    /** Drops the values that were proven, for a typed password is among them. */
    forgetValues: () => setProvenValues(''),
    /**
     * After saving: `readBack` are the same values as `written`, so a proof of these is one of those. A proof of other
     * values fits nothing any more, and a password that was typed for it is dropped (REQUIREMENTS M09).
     */
    adopt: (written: ProfileWrite, readBack: ProfileWrite | null) =>
      setProvenValues((proven) => (proven === JSON.stringify(written) ? JSON.stringify(readBack) : '')),
    /** True when the proof shown was made with exactly these values. */
    fits: (values: ProfileWrite | null) => values !== null && JSON.stringify(values) === provenValues,
  };
};

export type MailProof = ReturnType<typeof useMailProof>;
