import { expect, it } from 'vitest';
import { settingsSchema } from '../../../../../electron/stores/settings/settingsSchema.ts';
import { createProfileLab, smtpWrite, tokenSignIn } from './profileLab.ts';

const address = 'svc-mail@corp.example';
const account = 'CORP\\svc-mail';
const signedInAs = (value: string) =>
  smtpWrite({ authentication: { ...tokenSignIn(), userName: { source: 'value', value } } });
const refusal = {
  code: 'INVALID_INPUT',
  data: { issues: [{ path: ['authentication', 'userName', 'value'], code: 'emailAddress' }] },
};

it('no token is proven or saved for a mailbox that is no address', async () => {
  const lab = createProfileLab();
  const values = signedInAs(account);
  await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject(refusal);
  await expect(lab.saveDraft(values)).rejects.toMatchObject(refusal);
});

it('a mailbox that was saved before stays readable and in force', async () => {
  const lab = createProfileLab();
  const id = await lab.proveAndSave(signedInAs(address));
  const text = JSON.stringify(lab.settings.current()).replaceAll(
    address,
    JSON.stringify(account).slice(1, -1),
  );
  lab.settings.replace(settingsSchema.parse(JSON.parse(text)));
  expect(await lab.service.resolveActive(id)).toMatchObject({ authentication: { userName: account } });
});
