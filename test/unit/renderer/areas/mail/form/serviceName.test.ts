import { expect, it } from 'vitest';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { serviceName, usualService } from '../../../../../../renderer/areas/mail/form/serviceName.ts';

const lookingBy = (protocol: 'imap' | 'pop3') => ({
  ...newMailForm,
  arrival: { ...newMailForm.arrival, protocol },
});

it.each([
  [newMailForm, 'authentication', 'SMTPSVC', 'smtp'],
  [{ ...newMailForm, kind: 'exchange' as const }, 'authentication', 'HTTP', 'HTTP'],
  [lookingBy('imap'), 'arrival.authentication', 'IMAP', 'imap'],
  [lookingBy('pop3'), 'arrival.authentication', 'POP', 'pop'],
] as const)('a service has a name at Exchange, and the usual one', (form, place, atExchange, usual) => {
  expect(serviceName(form, place)).toBe(atExchange);
  expect(usualService(form, place)).toBe(usual);
});
