import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useClient } from '../../../shell/ClientContext.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import type { MailForm } from '../form/mailForm.ts';
import { readKey } from '../form/signIn/privateKey.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';

/** True when only the passphrase is missing or wrong. */
const isLocked = (refusal: unknown): boolean => {
  const failure = asFailure(refusal);
  return (
    failure.code === 'INVALID_INPUT' && failure.data.issues.some(({ path }) => path.at(-1) === 'passphrase')
  );
};

/** Reads a certificate with its private key, unlocks it, and puts both into the form; nothing else keeps them. */
export const useClientCertificate = (place: SignInPlace) => {
  const client = useClient();
  const { getValues, setValue, clearErrors } = useFormContext<MailForm>();
  const [content, setContent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const proof = `${place}.client.proof` as const;
  const reading = useMutation({
    mutationFn: (read: { content: string; passphrase: string | null }) =>
      client.mail.readClientCertificate(read),
    onSuccess: ({ chain, privateKey }) => {
      setValue(`${proof}.certificate`, chain, { shouldDirty: true });
      setValue(`${proof}.key`, readKey(getValues(`${proof}.key`), privateKey), { shouldDirty: true });
      clearErrors(proof);
      setContent('');
      setPassphrase('');
    },
    gcTime: 0,
  });
  const read = (text: string) => {
    setContent(text);
    if (text.trim() !== '') reading.mutate({ content: text, passphrase: passphrase || null });
  };
  return {
    content,
    passphrase,
    setPassphrase,
    read,
    /** Takes what is typed, to be read when it is left. */
    type: (text: string) => {
      setContent(text);
      reading.reset();
    },
    isReading: reading.isPending,
    /** True while what was given waits for its passphrase. */
    isLocked: reading.error !== null && isLocked(reading.error),
    /** Why it cannot be read; that it needs a passphrase, which was not asked for yet, is no fault. */
    refusal: reading.error !== null && (passphrase !== '' || !isLocked(reading.error)) ? reading.error : null,
  };
};
