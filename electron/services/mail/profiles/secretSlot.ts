import type { UserName } from '../../../contract/mail/secret.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import type { SecretTarget } from './secretTarget.ts';

export const secretSlots = ['password', 'arrivalPassword'] as const;
/** The places of a profile that hold a password; also a step of the vault's record path. */
export type SecretSlot = (typeof secretSlots)[number];

/** Where each slot lies in the values: the path of a field issue and of SECRET_REQUIRED. */
export const slotPaths: Record<SecretSlot, string[]> = {
  password: ['authentication', 'password'],
  arrivalPassword: ['arrival', 'password'],
};

/** What all shapes of a profile's values (written, stored) have in common around a password. */
type ValuesAround<Password> =
  | {
      kind: 'smtp';
      host: string;
      port: number;
      encryption: Encryption;
      authentication: { mode: 'none' } | { mode: 'password'; userName: UserName; password: Password };
      arrival: {
        protocol: 'imap' | 'pop3';
        host: string;
        port: number;
        encryption: 'starttls' | 'tls';
        userName: UserName;
        password: Password;
      } | null;
    }
  | { kind: 'capture' | 'pickup' };

export type SlotContent<Password> = { target: SecretTarget; password: Password };

const contentOf = <Password>({
  password,
  ...target
}: SecretTarget & { password: Password }): SlotContent<Password> => ({ target, password });

/** The password in a slot and what it is for; null when these values have no such password. */
export const slotContent = <Password>(
  values: ValuesAround<Password>,
  slot: SecretSlot,
): SlotContent<Password> | null => {
  if (values.kind !== 'smtp') return null;
  if (slot === 'arrivalPassword') return values.arrival && contentOf(values.arrival);
  const { authentication, host, port, encryption } = values;
  if (authentication.mode === 'none') return null;
  const { userName, password } = authentication;
  return contentOf({ protocol: 'smtp', host, port, userName, encryption, password });
};
