import { useState } from 'react';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useProofRun } from '../proof/useProofRun.ts';
import { useRenewMail } from './mailQueries.ts';
import type { ProfileSource } from './profileSource.ts';
import { type LimitChoice, limitOf } from './proofLimit.ts';

const canArrive = (values: ProfileWrite): boolean => values.kind === 'smtp' && values.arrival !== null;

/** The proof of a mail profile: how far, to whom, and with which values it was made. */
export const useMailProof = ({ id, side }: Pick<ProfileSource, 'id' | 'side'>) => {
  const client = useClient();
  const language = useLanguage();
  const renewMail = useRenewMail();
  const proof = useProofRun();
  const [until, setUntil] = useState<LimitChoice | null>(null);
  const [recipient, setRecipient] = useState('');
  const [provenValues, setProvenValues] = useState('');

  /** Proves `values`; gives the proof as it ended and what kept it from being made. */
  const prove = async (values: ProfileWrite) => {
    setProvenValues(JSON.stringify(values));
    const input = {
      ...{ id, values, language },
      ...(id === null ? {} : { keepFrom: side }),
      ...{ recipient: recipient.trim() || null, until: limitOf(until, canArrive(values)) },
    };
    const ended = await proof.start((signal) => client.mail.proveProfile(input, { signal }));
    /** A proof of what is in force is noted with the profile. */
    if (id !== null) void renewMail();
    return ended;
  };

  /** True when the proof shown was made with exactly these values. */
  const fits = (values: ProfileWrite | null) => values !== null && JSON.stringify(values) === provenValues;

  return {
    ...proof,
    until,
    setUntil,
    recipient,
    setRecipient,
    prove,
    /** Drops a proof of other values than these, and with it a password that was typed for it (REQUIREMENTS M09). */
    keepOnlyOf: (values: ProfileWrite | null) => {
      if (fits(values)) return;
      setProvenValues('');
      proof.forget();
    },
    /**
     * After saving: `readBack` are the same values as `written`, so a proof of these is one of those. A proof of other
     * values fits nothing any more, and a password that was typed for it is dropped (REQUIREMENTS M09).
     */
    adopt: (written: ProfileWrite, readBack: ProfileWrite | null) =>
      setProvenValues((proven) => (proven === JSON.stringify(written) ? JSON.stringify(readBack) : '')),
    fits,
  };
};

export type MailProof = ReturnType<typeof useMailProof>;
