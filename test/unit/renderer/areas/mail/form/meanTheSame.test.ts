import { describe, expect, it } from 'vitest';
import { meanTheSame } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';

describe('two forms', () => {
  it('mean the same when what was typed is taken back', () => {
    expect(meanTheSame({ ...newMailForm, port: '587', portIsOwn: true }, newMailForm)).toBe(true);
  });

  it('mean the same whatever stands in a field that is not needed', () => {
    expect(meanTheSame({ ...newMailForm, folder: 'C:\\Pickup' }, newMailForm)).toBe(true);
  });

  it('differ by every value that is saved, however incomplete the form is', () => {
    expect(meanTheSame({ ...newMailForm, host: 'm' }, newMailForm)).toBe(false);
    const { authentication } = newMailForm;
    const password = { ...authentication.password, secret: { action: 'set' as const, value: 'typed' } };
    const typed = { ...newMailForm, authentication: { ...authentication, password } };
    expect(meanTheSame(typed, newMailForm)).toBe(false);
  });
});
