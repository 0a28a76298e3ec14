import type { MailForm } from './form/mailForm.ts';
import { type MailFieldName, useMailFieldOf } from './useMailField.ts';

/** Fields of a sign-in whose control covers paths below them. */
const wholes = [
  'userName',
  'password',
  'client.place.tenantId',
  'client.clientId',
  'client.proof.secret',
  'client.proof.key',
  'client.grant.userName',
  'client.grant.password',
] as const;

const wholeFields: readonly MailFieldName[] = wholes.flatMap((path) => [
  `authentication.${path}` as const,
  `arrival.authentication.${path}` as const,
]);

/** Gives name and label of the control in which an error at a path is shown. */
export const useFieldOfPath = (form: MailForm) => {
  const field = useMailFieldOf(form);
  return (path: string): { name: string; label: string } => {
    const name = wholeFields.find((whole) => path.startsWith(`${whole}.`)) ?? (path as MailFieldName);
    return { name, label: field(name).label };
  };
};
