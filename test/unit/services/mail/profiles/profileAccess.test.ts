import { describe, expect, it } from 'vitest';
import type { ProveInput } from '../../../../../electron/contract/mail/mail.contract.ts';
import type { SmtpWrite } from '../../../../../electron/contract/mail/profile.ts';
import type { UserName } from '../../../../../electron/contract/mail/secret.ts';
import type { Permission } from '../../../../../electron/contract/permissions.ts';
import type { ProofEvent } from '../../../../../electron/contract/proof/proof.ts';
import {
  type AccessParts,
  createProfileAccess,
} from '../../../../../electron/services/mail/profiles/profileAccess.ts';
import type { MailUser } from '../../../../../electron/services/mail/profiles/profileDemands.ts';
import { createEventStream } from '../../../../../electron/services/proof/eventStream.ts';
import type { LoggedProof } from '../../../../../electron/services/proof/proofLog.ts';
import { noteNothing } from '../../../../../electron/services/audit/note.ts';
import { personWith } from '../../users/actors.ts';
import { captureId } from '../fakeSettings.ts';
import { arrivalWrite, createProfileLab, keptSignIn, smtpWrite, tokenSignIn } from './profileLab.ts';

const berlin = '11111111-1111-4111-8111-00000000000b';
const paris = '11111111-1111-4111-8111-00000000000a';
const gone = '11111111-1111-4111-8111-00000000000f';
const never = new AbortController().signal;

const everything: readonly Permission[] = ['mail.view', 'mail.edit', 'mail.create', 'mail.delete'];
const userWith = (...held: Parameters<typeof personWith>): MailUser => ({
  findAddress: async () => null,
  name: 'anna',
  held: personWith(...held).held,
  note: noteNothing,
});
const everywhere = userWith(everything);
const inBerlin = userWith([], { [berlin]: everything });
const readerInBerlin = userWith([], { [berlin]: ['mail.view'] });

const proofOf = (proofId: string, profileId: string | null, by: string): LoggedProof => ({
  ...{ proofId, profileId, by, profileName: 'relay', target: '', startedAt: '2026-11-20T14:02:33.000Z' },
  ...{ stages: [], transcript: [], outcome: 'passed', fingerprint: '', durationMs: 1 },
});

/** Profiles in Berlin, in Paris and in no folder, and what asks for them with the rights of a person. */
const createAccessLab = async (changed: Partial<AccessParts> = {}) => {
  const lab = createProfileLab();
  const errors: string[] = [];
  const proofs = new Map<string, LoggedProof>();
  const proven: (string | null)[] = [];
  const access = createProfileAccess({
    ...{ settings: lab.settings.store, profiles: lab.service, now: () => new Date('2026-11-22') },
    hasFolder: async (folderId) => [berlin, paris].includes(folderId),
    forgetTokens: async () => true,
    adoptTokens: async () => undefined,
    settleTokens: async () => undefined,
    proofs: { read: (proofId) => proofs.get(proofId) ?? null },
    createProofReport: async ({ proofId }) => ({ fileName: proofId, mediaType: '', content: '' }),
    proveProfile: async ({ id }, _user, signal) => {
      proven.push(id);
      return createEventStream<ProofEvent>(async () => undefined, signal);
    },
    log: { error: (event) => void errors.push(event) },
    ...changed,
  });
  const saveDraftOf = async (values: SmtpWrite, folderId: string | null, user = everywhere) => {
    const { revision } = lab.settings.current();
    const wanted = { ...{ revision, id: null, folderId, values }, proofId: null, asDraft: true };
    return (await access.saveProfile(wanted, user)).profile.summary.id;
  };
  const saveNew = (name: string, folderId: string | null, user = everywhere): Promise<string> =>
    saveDraftOf(smtpWrite({ name }), folderId, user);
  const ids = { berlin: await saveNew('Berlin', berlin), paris: await saveNew('Paris', paris) };
  const change = (id: string) => ({ id, revision: lab.settings.current().revision });
  return { ...lab, access, errors, proofs, proven, saveNew, saveDraftOf, ids, change };
};

const toProve = (id: string | null): ProveInput => ({
  ...{ id, values: smtpWrite(), recipient: null },
  ...{ until: 'envelope', language: 'en' },
});

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('somebody with a role for one folder', () => {
  it('sees the profiles in it and no others', async () => {
    const { access, ids } = await createAccessLab();
    const names = async (user: MailUser) =>
      (await access.listProfiles(user)).profiles.map(({ name }) => name);
    expect(await names(inBerlin)).toEqual(['Berlin']);
    expect(await names(everywhere)).toEqual(['Berlin', 'Built-in mailbox', 'Paris']);
    expect((await access.getProfile(ids.berlin, inBerlin)).profile.summary.folderId).toBe(berlin);
  });

  it('is told what ends of what they use, in force and as a draft', async () => {
    const { access, saveDraftOf, ids } = await createAccessLab();
    const ending = smtpWrite({ name: 'Ending', host: 'smtp.office365.com' });
    const profileId = await saveDraftOf(ending, berlin);
    const elsewhere = await saveDraftOf({ ...ending, name: 'Elsewhere' }, paris);
    const seen = async (user: MailUser) => (await access.listEndings(user)).profiles;
    expect(await seen(inBerlin)).toMatchObject([
      { profileId, profileName: 'Ending', endings: [], draft: [{ code: 'exchangeOnlineBasicSmtp' }] },
    ]);
    const all = (await seen(everywhere)).map((profile) => profile.profileId);
    expect(all.toSorted()).toEqual([profileId, elsewhere].toSorted());
    expect(all).not.toContain(ids.berlin);
  });

  it('learns of no other profile that it is there, whatever is tried', async () => {
    const { access, ids, change } = await createAccessLab();
    for (const id of [ids.paris, captureId]) {
      const values = smtpWrite();
      const save = { ...change(id), values, proofId: null, asDraft: true };
      const tries = [
        access.getProfile(id, inBerlin),
        access.saveProfile(save, inBerlin),
        access.discardDraft(change(id), inBerlin),
        access.removeProfile(change(id), inBerlin),
        access.moveProfile({ ...change(id), folderId: berlin }, inBerlin),
        access.proveProfile(toProve(id), inBerlin, never),
      ];
      expect(await Promise.all(tries.map(codeOf))).toEqual(tries.map(() => 'NOT_FOUND'));
    }
  });

  it('changes, proves and removes what lies there', async () => {
    const { access, ids, change, proven, saveNew } = await createAccessLab();
    await saveNew('Another', berlin, inBerlin);
    await access.proveProfile(toProve(ids.berlin), inBerlin, never);
    await access.proveProfile(toProve(null), inBerlin, never);
    expect(proven).toEqual([ids.berlin, null]);
    await access.removeProfile(change(ids.berlin), inBerlin);
    expect((await access.listProfiles(inBerlin)).profiles.map(({ name }) => name)).toEqual(['Another']);
  });

  it('creates none elsewhere, and decides nothing that concerns everybody', async () => {
    const { access, ids, change, saveNew } = await createAccessLab();
    expect(await codeOf(saveNew('Elsewhere', paris, inBerlin))).toBe('NOT_ALLOWED');
    expect(await codeOf(saveNew('Nowhere', null, inBerlin))).toBe('NOT_ALLOWED');
    expect(await codeOf(access.setDefaultProfile(change(ids.berlin), inBerlin))).toBe('NOT_ALLOWED');
  });

  it('does only what the role permits', async () => {
    const { access, ids, change, saveNew } = await createAccessLab();
    const tries = [
      saveNew('Another', berlin, readerInBerlin),
      access.removeProfile(change(ids.berlin), readerInBerlin),
      access.proveProfile(toProve(ids.berlin), readerInBerlin, never),
      access.proveProfile(toProve(null), readerInBerlin, never),
    ];
    expect(await Promise.all(tries.map(codeOf))).toEqual(tries.map(() => 'NOT_ALLOWED'));
  });
});

describe('a variable of the environment', () => {
  const variable = (name: string) => ({ source: 'environment' as const, name });
  const alice = { source: 'value' as const, value: 'alice' };
  const signIn = (userName: UserName, name = 'MAIL_PASSWORD'): Pick<SmtpWrite, 'authentication'> => ({
    authentication: { mode: 'password', mechanism: null, userName, password: variable(name) },
  });
  const fetching: Pick<SmtpWrite, 'arrival'> = {
    arrival: {
      ...arrivalWrite,
      authentication: {
        ...{ mode: 'password', mechanism: null, userName: alice },
        password: variable('MAIL_PASSWORD'),
      },
    },
  };

  it.each([
    ['the password', signIn(alice), 'authentication.password.name'],
    [
      'the user name',
      { authentication: { ...keptSignIn(), userName: variable('PATH') } },
      'authentication.userName.name',
    ],
    ['the mailbox', fetching, 'arrival.authentication.password.name'],
  ])('is chosen for %s by nobody who has the right in a folder alone', async (_what, changes, field) => {
    const { access, ids, change } = await createAccessLab();
    const values = smtpWrite(changes);
    const save = { ...change(ids.berlin), values, proofId: null, asDraft: true };
    const attempts = (user: MailUser) => [
      access.proveProfile({ ...toProve(null), values }, user, never),
      access.proveProfile({ ...toProve(ids.berlin), values }, user, never),
      access.saveProfile({ ...save, id: null, folderId: berlin }, user),
      access.saveProfile(save, user),
    ];
    for (const attempt of attempts(inBerlin))
      await expect(attempt).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        data: { issues: [{ path: field.split('.'), code: 'variableNeedsRight' }] },
      });
    await expect(access.proveProfile({ ...toProve(null), values }, everywhere, never)).resolves.toBeDefined();
  });

  it('that a profile has goes on being used there, for the same server and account alone', async () => {
    const { access, ids, change } = await createAccessLab();
    const save = (changes: Partial<SmtpWrite>, user: MailUser) => {
      const values = smtpWrite({ name: 'Berlin', ...changes });
      return codeOf(
        access.saveProfile({ ...change(ids.berlin), values, proofId: null, asDraft: true }, user),
      );
    };
    const inForce = signIn(variable('MAIL_USER'));
    expect(await save(inForce, everywhere)).toBe('done');
    expect(await save({ ...inForce, timeoutMs: 5_000 }, inBerlin)).toBe('done');
    for (const changes of [
      { ...inForce, host: 'mail.evil.example' },
      { ...inForce, encryption: 'none' as const },
      signIn(variable('MAIL_USER'), 'PATH'),
      signIn(variable('PATH')),
    ])
      expect(await save(changes, inBerlin)).toBe('INVALID_INPUT');
  });
});

describe('the sign-ins of people for a new profile', () => {
  const byPerson = { name: 'Office', authentication: tokenSignIn() };

  it('are given to it when it is saved', async () => {
    const adopted: string[] = [];
    const lab = await createAccessLab({ adoptTokens: async (id) => void adopted.push(id) });
    await lab.saveNew('Password', berlin);
    expect(adopted).toEqual([]);
    const id = await lab.saveDraftOf(smtpWrite(byPerson), berlin);
    expect(adopted).toEqual([id]);
  });

  it('are given to it also where an application signs in, whose tokens others share', async () => {
    const adopted: string[] = [];
    const lab = await createAccessLab({ adoptTokens: async (id) => void adopted.push(id) });
    const authentication = tokenSignIn({
      proof: {
        kind: 'secret',
        secret: { source: 'vault', secret: { action: 'set', value: 'Planted~Secret' } },
        expiresOn: null,
      },
      grant: { flow: 'clientCredentials' },
    });
    const id = await lab.saveDraftOf(smtpWrite({ name: 'Office', authentication }), berlin);
    expect(adopted).toEqual([id]);
  });

  it('fail no save: that they are not there is logged', async () => {
    const failing = async () => Promise.reject(new Error('away'));
    const { access, saveDraftOf, errors } = await createAccessLab({ adoptTokens: failing });
    const id = await saveDraftOf(smtpWrite(byPerson), berlin);
    expect((await access.getProfile(id, everywhere)).profile.draft).toMatchObject({ name: 'Office' });
    expect(errors).toEqual(['mail.signInNotAdopted']);
  });
});

describe('the tokens of a profile', () => {
  it('are those of its values alone when these were changed', async () => {
    const settled: string[] = [];
    const settleTokens = async (id: string) => void settled.push(id);
    const { access, ids, change, saveDraftOf } = await createAccessLab({ settleTokens });
    await saveDraftOf(smtpWrite({ name: 'New' }), berlin);
    expect(settled).toEqual([]);
    const values = smtpWrite({ name: 'Paris' });
    await access.saveProfile({ ...change(ids.paris), proofId: null, asDraft: true, values }, everywhere);
    expect(settled).toEqual([ids.paris]);
  });

  it('go with it, also where it was nothing but a draft', async () => {
    const forgotten: string[] = [];
    const forgetTokens = async (id: string) => Boolean(forgotten.push(id));
    const { access, ids, change } = await createAccessLab({ forgetTokens });
    await access.removeProfile(change(ids.berlin), everywhere);
    await access.discardDraft(change(ids.paris), everywhere);
    expect(forgotten).toEqual([ids.berlin, ids.paris]);
  });

  it('keep no profile from being removed when they cannot be forgotten', async () => {
    const forgetTokens = async () => Promise.reject(new Error('locked'));
    const { access, ids, change, errors } = await createAccessLab({ forgetTokens });
    await access.removeProfile(change(ids.berlin), everywhere);
    expect(await codeOf(access.getProfile(ids.berlin, everywhere))).toBe('NOT_FOUND');
    expect(errors).toEqual(['mail.tokensNotForgotten']);
  });
});

describe('moving a profile', () => {
  it('needs the right in both folders, and gains nobody a right', async () => {
    const { access, ids, change } = await createAccessLab();
    const inBoth = userWith([], {
      [berlin]: ['mail.view', 'mail.edit'],
      [paris]: ['mail.view', 'mail.edit'],
    });
    const moreInParis = userWith([], { [berlin]: ['mail.view', 'mail.edit'], [paris]: everything });
    const move = (user: MailUser) =>
      codeOf(access.moveProfile({ ...change(ids.berlin), folderId: paris }, user));
    expect(await move(inBerlin)).toBe('NOT_ALLOWED');
    expect(await move(moreInParis)).toBe('NOT_ALLOWED');
    expect(await move(inBoth)).toBe('done');
    expect((await access.getProfile(ids.berlin, inBoth)).profile.summary.folderId).toBe(paris);
  });

  it('goes into no folder that is gone, and on top of what was seen alone', async () => {
    const { access, ids, change } = await createAccessLab();
    const seen = change(ids.berlin);
    expect(await codeOf(access.moveProfile({ ...seen, folderId: gone }, everywhere))).toBe('INVALID_INPUT');
    await access.moveProfile({ ...seen, folderId: null }, everywhere);
    expect(await codeOf(access.moveProfile({ ...seen, folderId: paris }, everywhere))).toBe('CONFLICT');
  });
});

describe('the report of a proof', () => {
  it('is for who asked for the proof and for who may see its profile', async () => {
    const { access, ids, proofs } = await createAccessLab();
    proofs.set('own', proofOf('own', ids.paris, 'anna'));
    proofs.set('berlin', proofOf('berlin', ids.berlin, 'bruno'));
    proofs.set('paris', proofOf('paris', ids.paris, 'bruno'));
    proofs.set('unsaved', proofOf('unsaved', null, 'bruno'));
    const codes = (user: MailUser) =>
      Promise.all(
        ['own', 'berlin', 'paris', 'unsaved', 'unknown'].map((proofId) =>
          codeOf(access.createProofReport({ proofId, format: 'html', language: 'en' }, user)),
        ),
      );
    expect(await codes(inBerlin)).toEqual(['done', 'done', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await codes(everywhere)).toEqual(['done', 'done', 'done', 'done', 'NOT_FOUND']);
  });
});
