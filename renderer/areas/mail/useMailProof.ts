import { useState } from 'react';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useValuesProof } from '../proof/editor/useValuesProof.ts';
import { useRenewMail } from './mailQueries.ts';
import type { ProfileSource } from './profileSource.ts';
import { checkOf, type LimitChoice, limitOf } from './proofLimit.ts';

/** The proof of a mail profile: how far, to whom, and with which values it was made. */
export const useMailProof = ({ id, side }: Pick<ProfileSource, 'id' | 'side'>) => {
  const client = useClient();
  const language = useLanguage();
  const renewMail = useRenewMail();
  const proof = useValuesProof<ProfileWrite>();
  const [until, setUntil] = useState<LimitChoice | null>(null);
  const [recipient, setRecipient] = useState('');

  const prove = async (values: ProfileWrite) => {
    const input = {
      ...{ id, values, language },
      ...(id === null ? {} : { keepFrom: side }),
      ...{ recipient: recipient.trim() || null, until: limitOf(until, checkOf(values)) },
    };
    const ended = await proof.proveWith(values, (signal) => client.mail.proveProfile(input, { signal }));
    /** A proof of what is in force is noted with the profile. */
    if (id !== null) void renewMail();
    return ended;
  };

  return { ...proof, until, setUntil, recipient, setRecipient, prove };
};

export type MailProof = ReturnType<typeof useMailProof>;
