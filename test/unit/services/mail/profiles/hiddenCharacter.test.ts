import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../../electron/stores/settings/settingsSchema.ts';
import { createProfileLab, smtpWrite, tokenSignIn } from './profileLab.ts';

const plain = 'relay@corp.example';
const hiding = 'relay\u200b@corp.example';
const signedInAs = (value: string) =>
  smtpWrite({ authentication: { ...tokenSignIn(), userName: { source: 'value', value } } });
const refusal = {
  code: 'INVALID_INPUT',
  data: { issues: [{ path: ['authentication', 'userName', 'value'], code: 'hiddenCharacter' }] },
};

describe('an account with a character inside that nobody sees', () => {
  it('is neither proven nor saved', async () => {
    const lab = createProfileLab();
    const values = signedInAs(hiding);
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject(refusal);
    await expect(lab.saveDraft(values)).rejects.toMatchObject(refusal);
  });

  it('stays readable and in force where it was saved before', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(signedInAs(plain));
    const older: unknown = JSON.parse(JSON.stringify(lab.settings.current()).replaceAll(plain, hiding));
    lab.settings.replace(settingsSchema.parse(older));
    expect(await lab.service.resolveActive(id)).toMatchObject({ authentication: { userName: hiding } });
  });
});
