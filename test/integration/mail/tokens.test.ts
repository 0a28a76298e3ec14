import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailProver } from '../../../electron/services/mail/profileProving.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { oauthClients, oauthUsers } from '../../lab/oauth/oauthIdentities.ts';
import { failureOf, seeProof, smtpValues } from './proofLab.ts';
import { applicationFor } from './tokenLab.ts';
import { startTokenMailLab, type TokenMailLab } from './tokenMailLab.ts';

const availability = await ensureMailServers();
const { alice } = oauthUsers;

describe.skipIf(!availability.available)('a proof with a token', () => {
  let started: TokenMailLab;
  let mail: TokenMailLab['mail'];
  let lab: TokenMailLab['lab'];
  let refused: TokenMailLab['refused'];
  let taken: TokenMailLab['taken'];
  let run: MailProver;

  beforeAll(async () => {
    started = await startTokenMailLab();
    ({ mail, lab, refused, taken } = started);
  });
  afterAll(() => started.stop());
  beforeEach(() => {
    started.forget();
    run = lab.createRun();
  });

  const signInBy = (grant: ResolvedClient['grant']) =>
    ({ mode: 'oauth2', userName: 'bob', mechanism: null, client: applicationFor(grant) }) as const;
  const valuesFor = (grant: ResolvedClient['grant']) =>
    smtpValues({
      ...{ host: 'localhost', port: mail.ports.submission, encryption: 'starttls' },
      trust: { mode: 'certificate', pem: mail.authority.pem },
      authentication: signInBy(grant),
    });
  const ropc = { flow: 'ropc', userName: alice.name, password: alice.password } as const;
  const wishes = () => ({ run, onEvent: lab.attend, profileId: '5d0a8c1e-0000-4000-8000-000000000001' });

  it.each([
    [{ flow: 'clientCredentials' }, false],
    [{ flow: 'authorizationCode' }, true],
    [{ flow: 'deviceCode' }, true],
    [ropc, false],
  ] as const)('of %o gets it, looks at it and signs in', async (grant, isAsked) => {
    const proof = await seeProof(valuesFor(grant), wishes());
    expect(failureOf(proof)).toBe('undefined undefined');
    expect(proof.course.slice(0, 2)).toEqual(['token passed', 'claims passed']);
    expect(proof.course.at(-1)).toBe('deliver passed');
    expect(proof.events.some(({ type }) => type === 'personNeeded')).toBe(isAsked);
    expect(proof.stages.token?.evidence.facts).toMatchObject({
      ...{ provider: 'microsoft', flow: grant.flow, fromCache: false },
      authority: expect.stringContaining('https://login.microsoftonline.com/') as unknown,
    });
    expect(proof.stages.authenticate?.evidence.facts.mechanism).toBe('XOAUTH2');
  });

  it('asks the person no second time, after a start of the program either', async () => {
    const values = valuesFor({ flow: 'authorizationCode' });
    await seeProof(values, wishes());
    run = lab.createRun();
    const proof = await seeProof(values, wishes());
    expect(proof.events.some(({ type }) => type === 'personNeeded')).toBe(false);
    expect(proof.stages.token?.evidence.facts.fromCache).toBe(true);
    expect(proof.outcome).toBe('passed');
  });

  it('renews a kept token that the server refuses, once, and says so', async () => {
    const values = valuesFor({ flow: 'clientCredentials' });
    await seeProof(values, wishes());
    for (const token of taken) refused.add(token);
    const proof = await seeProof(values, wishes());
    expect(proof.outcome).toBe('passed');
    expect(proof.stages.authenticate?.evidence.replies.map(({ code }) => code)).toContain(535);
    expect(proof.transcript.some(({ text }) => text.startsWith('↻'))).toBe(true);
  });

  it('renews none that the provider gave just now', async () => {
    const before = lab.server.tokenRequests().length;
    const judged = mail.tokenQuestions();
    const verify = lab.server.verify;
    lab.server.verify = async () => null;
    const proof = await seeProof(valuesFor({ flow: 'clientCredentials' }), wishes());
    lab.server.verify = verify;
    expect(failureOf(proof)).toBe('authenticate exchangeApplicationNotAdmitted');
    expect(lab.server.tokenRequests().length - before).toBe(1);
    expect(mail.tokenQuestions() - judged).toBe(1);
  });

  it('needs the person again when the consent was taken back', async () => {
    const values = valuesFor({ flow: 'authorizationCode' });
    await seeProof(values, wishes());
    await lab.server.revokeConsent();
    for (const token of taken) refused.add(token);
    const proof = await seeProof(values, wishes());
    expect(failureOf(proof)).toBe('authenticate oauthSignInAgain');
  });

  it('says that another program has the port of the browser', async () => {
    const other = createServer().listen(9_999, '127.0.0.1');
    await once(other, 'listening');
    const proof = await seeProof(valuesFor({ flow: 'authorizationCode' }), wishes());
    other.close();
    expect(failureOf(proof)).toBe('token oauthPortInUse');
    expect(proof.failed?.finding?.parameters['port']).toBe('9999');
  });

  it('is cancelled while the person takes time, and listens no more', async () => {
    const leaving = new AbortController();
    const proof = await seeProof(valuesFor({ flow: 'authorizationCode' }), {
      ...wishes(),
      signal: leaving.signal,
      onEvent: ({ type }) => {
        if (type === 'personNeeded') leaving.abort();
      },
    });
    expect(proof.course).toEqual(['token cancelled']);
    const next = await seeProof(valuesFor({ flow: 'authorizationCode' }), wishes());
    expect(next.outcome).toBe('passed');
  });

  it('says what the provider says: a wrong password, and that it is asked too often', async () => {
    const wrong = await seeProof(valuesFor({ ...ropc, password: 'not-the-password' }), wishes());
    expect(failureOf(wrong)).toBe('token entraPasswordWrong');
    const headers = { 'retry-after': '1' };
    const body = JSON.stringify({ error: 'temporarily_unavailable', error_codes: [90055] });
    lab.server.answerNext('token', { status: 429, headers, body });
    const throttled = await seeProof(valuesFor({ flow: 'clientCredentials' }), wishes());
    expect(failureOf(throttled)).toBe('token oauthThrottled');
  });

  it('of two that renew at once asks the provider once', async () => {
    const before = lab.server.tokenRequests().length;
    const values = valuesFor({ flow: 'clientCredentials' });
    const [one, other] = await Promise.all([seeProof(values, wishes()), seeProof(values, wishes())]);
    expect([one.outcome, other.outcome]).toEqual(['passed', 'passed']);
    expect(lab.server.tokenRequests().length - before).toBe(1);
  });

  it('shows no secret, token, code or verifier', async () => {
    const before = lab.server.tokenRequests().length;
    const proof = await seeProof(valuesFor({ flow: 'authorizationCode' }), wishes());
    const shown = JSON.stringify(proof.events);
    const sent = lab.server.tokenRequests().slice(before);
    const hidden = sent.flatMap(({ form }) =>
      ['code', 'code_verifier', 'client_secret', 'refresh_token'].map((name) => form.get(name)),
    );
    const secrets = [...taken, ...hidden, oauthClients.web.secret].filter((one) => one !== null);
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    for (const path of lab.records.keys()) for (const secret of secrets) expect(path).not.toContain(secret);
  });
});
