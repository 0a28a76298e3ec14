import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../../electron/stores/settings/settingsSchema.ts';
import { createProfileLab, smtpWrite, tokenSignIn } from './profileLab.ts';

const guid = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';
const applicationNamed = (value: string) =>
  smtpWrite({ authentication: tokenSignIn({ clientId: { source: 'value', value } }) });
const refusal = {
  code: 'INVALID_INPUT',
  data: {
    issues: [
      {
        path: ['authentication', 'client', 'clientId', 'value'],
        code: 'applicationId',
        parameters: {},
      },
    ],
  },
};

describe('an application of Microsoft whose ID is no GUID', () => {
  it('is neither proven nor saved', async () => {
    const lab = createProfileLab();
    const values = applicationNamed('abc');
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject(refusal);
    await expect(lab.saveDraft(values)).rejects.toMatchObject(refusal);
  });

  it('stays readable and in force where it was saved before', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(applicationNamed(guid));
    const older: unknown = JSON.parse(JSON.stringify(lab.settings.current()).replace(guid, 'abc'));
    lab.settings.replace(settingsSchema.parse(older));
    const client = { clientId: { source: 'value', value: 'abc' } };
    expect((await lab.service.getProfile(id)).profile.values).toMatchObject({ authentication: { client } });
    expect(await lab.service.resolveActive(id)).toMatchObject({
      authentication: { client: { clientId: 'abc' } },
    });
  });
});
