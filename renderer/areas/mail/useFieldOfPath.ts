import { type MailFieldName, useMailField } from './useMailField.ts';

/** Fields whose control covers paths below them. */
const wholes: readonly MailFieldName[] = [
  'authentication.userName',
  'authentication.password',
  'arrival.userName',
  'arrival.password',
];

/** Gives name and label of the control in which an error at a path is shown. */
export const useFieldOfPath = () => {
  const field = useMailField();
  return (path: string): { name: string; label: string } => {
    const name = wholes.find((whole) => path.startsWith(`${whole}.`)) ?? (path as MailFieldName);
    return { name, label: field(name).label };
  };
};
