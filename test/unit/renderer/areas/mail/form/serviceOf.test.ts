import { expect, it } from 'vitest';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { serviceOf } from '../../../../../../renderer/areas/mail/form/serviceOf.ts';

const lookingBy = (protocol: 'imap' | 'pop3') => ({
  ...newMailForm,
  arrival: { ...newMailForm.arrival, protocol },
});

it.each([
  [newMailForm, 'authentication', 'SMTPSVC', 'smtp'],
  [{ ...newMailForm, kind: 'exchange' as const }, 'authentication', 'HTTP', 'HTTP'],
  [lookingBy('imap'), 'arrival.authentication', 'IMAP', 'imap'],
  [lookingBy('pop3'), 'arrival.authentication', 'POP', 'pop'],
] as const)('a service has a name at Exchange, and the usual one', (form, place, registered, usual) => {
  expect(serviceOf(form, place)).toEqual({ registered, usual });
});
