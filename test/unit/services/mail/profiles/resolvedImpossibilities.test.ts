import { describe, expect, it } from 'vitest';
import { createProfileLab, smtpWrite, tokenSignIn } from './profileLab.ts';

const secret = { source: 'vault', secret: { action: 'set', value: 'long-secret' } } as const;
const application = smtpWrite({
  host: 'smtp.office365.com',
  authentication: tokenSignIn({
    place: { provider: 'microsoft', cloud: 'global', tenantId: { source: 'environment', name: 'TENANT' } },
    proof: { kind: 'secret', secret, expiresOn: null },
    grant: { flow: 'clientCredentials' },
  }),
});
const refusal = {
  code: 'INVALID_INPUT',
  data: {
    issues: [
      {
        path: ['authentication', 'client', 'place', 'tenantId', 'name'],
        code: 'applicationNeedsTenant',
        parameters: {},
      },
    ],
  },
};

describe('a tenant from a variable of the environment (A13)', () => {
  it('is judged by what it stands for before a proof', async () => {
    const lab = createProfileLab({ TENANT: 'Common' });
    await expect(lab.service.resolveProfile({ id: null, values: application })).rejects.toMatchObject(
      refusal,
    );
  });

  it('is judged again before what is in force is used', async () => {
    const environment = { TENANT: 'corp.example' };
    const lab = createProfileLab(environment);
    const id = await lab.proveAndSave(application);
    await expect(lab.service.resolveActive(id)).resolves.toMatchObject({ kind: 'smtp' });
    environment.TENANT = 'organizations';
    await expect(lab.service.resolveActive(id)).rejects.toMatchObject(refusal);
  });
});
