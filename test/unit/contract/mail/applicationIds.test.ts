import { describe, expect, it } from 'vitest';
import { wrongApplicationIds } from '../../../../electron/contract/mail/applicationIds.ts';
import { arrivalWrite, smtpWrite, tokenSignIn } from '../../services/mail/profiles/profileLab.ts';

const id = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';
const typed = (value: string) => ({ clientId: { source: 'value', value } }) as const;
const paths = (values: Parameters<typeof wrongApplicationIds>[0]) =>
  wrongApplicationIds(values).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the ID of an application of Microsoft', () => {
  it.each([
    ['abc', ['authentication.client.clientId.value applicationId']],
    [` ${id.toUpperCase()} `, []],
    ['', []],
  ])('is a GUID: %j', (text, wrong) => {
    const authentication = tokenSignIn(typed(text));
    expect(paths(smtpWrite({ authentication }))).toEqual(wrong);
    const { name, from, testRecipient, trust, timeoutMs } = smtpWrite();
    const shared = { name, from, testRecipient, trust, timeoutMs };
    expect(paths({ kind: 'microsoft365', ...shared, authentication })).toEqual(wrong);
  });

  it('is one where the message is looked for, too', () => {
    const arrival = { ...arrivalWrite, authentication: tokenSignIn(typed('abc')) };
    expect(paths(smtpWrite({ arrival }))).toEqual([
      'arrival.authentication.client.clientId.value applicationId',
    ]);
  });

  it('may look otherwise at other providers', () => {
    const client = { ...typed('abc'), place: { provider: 'google' } } as const;
    expect(paths(smtpWrite({ authentication: tokenSignIn(client) }))).toEqual([]);
  });

  it('may come from a variable', () => {
    const client = { clientId: { source: 'environment', name: 'CLIENT_ID' } } as const;
    expect(paths(smtpWrite({ authentication: tokenSignIn(client) }))).toEqual([]);
  });
});
