import { describe, expect, it } from 'vitest';
import type { SaveProfileInput } from '../../../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails, ProfileWrite } from '../../../../../electron/contract/mail/profile.ts';
import { CallError } from '../../../../../renderer/api/callError.ts';
import { type ProfileSaver, saveOnTop } from '../../../../../renderer/areas/mail/saveOnTop.ts';
import { relayView } from './form/relayView.ts';

const id = '7b1d1a5e-7b0f-4d8a-9a55-0c7a4a0d8a11';
const detailsOf = (host: string): ProfileDetails => ({
  summary: {
    id,
    folderId: null,
    name: 'head-office',
    kind: 'smtp',
    target: host,
    isDefault: true,
    state: 'proven',
    provenOnlyUntil: null,
    hasDraft: false,
    proof: null,
  },
  values: { ...relayView, host },
  draft: null,
});

/** A service whose settings are at revision 9, with the profile as `stored`. */
const serviceWith = (stored: ProfileDetails) => {
  const saved: SaveProfileInput[] = [];
  const saver: ProfileSaver = {
    saveProfile: async (input) => {
      if (input.revision !== 9) throw new CallError({ code: 'CONFLICT', data: { revision: 9 } });
      saved.push(input);
      return { revision: 10, profile: stored };
    },
    getProfile: async () => ({ revision: 9, profile: stored }),
  };
  return { saver, saved };
};

const values: ProfileWrite = { ...relayView, authentication: { mode: 'none' }, arrival: null };
const input: SaveProfileInput = {
  revision: 8,
  id,
  values,
  proofId: null,
  asDraft: true,
};

describe('saveOnTop', () => {
  it('steps over saves of other settings', async () => {
    const { saver, saved } = serviceWith(detailsOf('mail.corp.example'));
    await saveOnTop(saver, { input, seen: detailsOf('mail.corp.example') });
    expect(saved).toEqual([{ ...input, revision: 9 }]);
  });

  it('is a conflict when somebody changed this very profile', async () => {
    const { saver, saved } = serviceWith(detailsOf('relay.corp.example'));
    const saving = saveOnTop(saver, { input, seen: detailsOf('mail.corp.example') });
    await expect(saving).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(saved).toEqual([]);
  });

  it('saves a new profile whatever was saved meanwhile', async () => {
    const { saver, saved } = serviceWith(detailsOf('mail.corp.example'));
    await saveOnTop(saver, { input: { ...input, id: null }, seen: null });
    expect(saved).toHaveLength(1);
  });
});
