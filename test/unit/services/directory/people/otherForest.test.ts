import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserGrant } from '../../../../../electron/contract/users/user.ts';
import { encodeGuid } from '../../../../../electron/protocols/ldap/objectGuid.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import { addRoleRow } from '../../../stores/users/roleRows.ts';
import {
  createFakeForest,
  crossRef,
  entryOf,
  frame,
  guidOf,
  ownDomain,
  ownSid,
  partner,
  partnerSid,
  trust,
} from '../access/fakeForest.ts';
import { administrator } from '../../users/actors.ts';
import { type DirectoryPeopleLab, openDirectoryPeopleLab } from './directoryPeopleLab.ts';

const { signal } = new AbortController();
let lab: DirectoryPeopleLab;
let auditors: UserGrant;

const open = async (...given: Parameters<typeof openDirectoryPeopleLab>): Promise<void> => {
  lab = await openDirectoryPeopleLab(...given);
  auditors = { roleId: await addRoleRow(lab.database, 'Auditors', ['audit.view']), folderId: null };
};
afterEach(() => lab.remove());

describe('a controller of another forest that claims the objectGUID of somebody of ours', () => {
  const eve = { domain: partner, accountName: 'PARTNER\\eve', objectSid: `${partnerSid}-1501` };
  beforeEach(() => open());

  it('lets nobody in as somebody of ours, as a domain of our own forest does with who was moved', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    lab.directory.change(anna.objectGuid, { domain: partner, accountName: 'PARTNER\\anna' });
    await expect(lab.signIn('PARTNER\\anna')).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    lab.directory.change(anna.objectGuid, { domain: 'child.corp.example', accountName: 'CHILD\\anna' });
    const caller = await lab.signIn('CHILD\\anna');
    expect(await lab.people.identify(caller)).toMatchObject({ state: 'signedIn', name: 'CHILD\\anna' });
  });

  it('ends no sign-in of ours by an addition', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna]);
    const caller = await lab.signIn('anna');
    lab.directory.change(anna.objectGuid, { ...eve, isDisabled: true });
    await expect(lab.addObjects([anna])).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    expect(await lab.people.identify(caller)).toMatchObject({ state: 'signedIn', name: 'CORP\\anna' });
  });

  it('has a member counted as gaining, whatever the one of ours holds', async () => {
    const anna = lab.directory.addUser('anna');
    await lab.addObjects([anna], [auditors]);
    const crowd = lab.directory.addGroup('crowd');
    lab.directory.change(crowd.objectGuid, { domain: partner, accountName: 'PARTNER\\crowd' });
    lab.directory.change(anna.objectGuid, eve);
    lab.directory.setGroups(anna.objectGuid, [crowd.objectSid]);
    const objects = [{ domain: partner, objectGuid: crowd.objectGuid }];
    const preview = await lab.people.addition.previewAddition(
      { objects, grants: [auditors] },
      administrator,
      signal,
    );
    expect(preview).toMatchObject({ gaining: 1, examples: ['PARTNER\\eve'] });
  });
});

describe('two groups of two forests with one objectGUID', () => {
  const [staffSid, crowdSid, eveSid] = [`${ownSid}-2000`, `${partnerSid}-1500`, `${partnerSid}-1501`];
  const group = { objectClass: ['group'], sAMAccountType: ['268435456'], groupType: ['8'] };
  const accounts = { 'reader@corp.example': { password: 'right' } };
  const rootDse = {
    tokenGroups: [encodeSid(eveSid), encodeSid(crowdSid)],
    'msDS-PrincipalName': ['PARTNER\\eve'],
  };

  beforeEach(() =>
    open(
      createFakeForest({
        [ownDomain]: {
          accounts,
          entries: [
            ...[...frame(ownDomain), crossRef(ownDomain, 'CORP', ownSid)],
            ...[trust(partner, 'PARTNER', partnerSid), entryOf(ownDomain, 'staff', staffSid, group)],
          ],
        },
        [partner]: {
          accounts: { ...accounts, 'PARTNER\\eve': { password: 'right', rootDse } },
          entries: [
            ...frame(partner),
            entryOf(partner, 'crowd', crowdSid, { ...group, objectGUID: [encodeGuid(guidOf(staffSid))] }),
            entryOf(partner, 'eve', eveSid, { tokenGroups: [encodeSid(crowdSid)] }),
          ],
        },
      }).reader,
    ),
  );

  const add = async (domain: string, grants: UserGrant[]) => {
    const addition = { objects: [{ domain, objectGuid: guidOf(staffSid) }], grants };
    const { fingerprint, gaining } = await lab.people.addition.previewAddition(
      addition,
      administrator,
      signal,
    );
    const request = { ...addition, fingerprint, confirmedGaining: gaining };
    return lab.people.addition.addObjects(request, administrator, signal);
  };

  it.each([
    [ownDomain, partner],
    [partner, ownDomain],
  ])('are never one here: of %s first, then that of %s', async (first, second) => {
    const grantsIn = (domain: string) => (domain === ownDomain ? [auditors] : []);
    await add(first, grantsIn(first));
    await expect(add(second, grantsIn(second))).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    const caller = await lab.signIn('PARTNER\\eve').catch(() => null);
    const identity = caller && (await lab.people.identify(caller));
    expect([...(identity?.state === 'signedIn' ? identity.held.everywhere : [])]).toEqual([]);
  });
});
