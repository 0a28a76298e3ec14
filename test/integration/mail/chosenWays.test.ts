import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../../electron/protocols/machine/runProgram.ts';
import { createFindTicket } from '../../../electron/protocols/kerberos/listTickets.ts';
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import type { ResolvedSignIn } from '../../../electron/services/mail/resolvedProfile.ts';
import { type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureSignInServers } from '../../lab/mailServers.ts';
import { ntlmDomain, ntlmUser } from '../../lab/ntlmHelper.ts';
import { failureOf, parts, seeProof, smtpValues } from './proofLab.ts';

const availability = await ensureSignInServers();
const variables = ['KRB5_CONFIG', 'KRB5_CLIENT_KTNAME', 'KRB5CCNAME'] as const;

const findTicket = createFindTicket({
  ...{ run: runProgram, limitMs: 5_000, platform: process.platform, environment: process.env },
});
const prove = createMailProver({ ...parts, findTicket, proofLog: createProofLog() });

describe.skipIf(!availability.available)('a proof with a chosen way to sign in', () => {
  const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
  let lab: MailLab;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tickets-'));
    lab = await startMailLab({ tickets: true, ntlm: true });
  });

  afterEach(() => {
    for (const name of variables) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  afterAll(async () => {
    await lab.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const password = (): string => lab.users.alice.password;
  const relay = (authentication: ResolvedSignIn, arrivalSignIn = authentication) => {
    const trust = { mode: 'certificate', pem: lab.authority.pem } as const;
    const imap = { protocol: 'imap', host: lab.host, port: lab.ports.imaps, encryption: 'tls' } as const;
    return smtpValues({
      ...{ host: lab.host, port: lab.ports.smtps, encryption: 'tls', trust, authentication },
      from: { address: lab.users.alice.address, displayName: '' },
      testRecipient: lab.users.alice.address,
      arrival: { ...imap, trust, authentication: arrivalSignIn },
    });
  };
  const arrive = (authentication: ResolvedSignIn, arrivalSignIn?: ResolvedSignIn) =>
    seeProof(relay(authentication, arrivalSignIn), { until: 'arrive', run: prove });

  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'] as const)('goes all the way with %s', async (mechanism) => {
    const account = { userName: 'alice', password: password(), source: 'typed' } as const;
    const proof = await arrive({ mode: 'password', mechanism, ...account });
    expect(proof.failed).toBeUndefined();
    expect(proof.stages.authenticate?.evidence.facts).toMatchObject({ mechanism });
    expect(JSON.stringify(proof.events)).not.toContain(password());
  });

  it.each([ntlmDomain, ''])('goes all the way with NTLM and the domain "%s"', async (domain) => {
    const userName = domain === '' ? `${ntlmDomain}\\${ntlmUser.name}` : ntlmUser.name;
    const account = { userName, password: ntlmUser.password, source: 'typed' } as const;
    const proof = await arrive({ mode: 'ntlm', domain, ...account });
    expect(proof.failed).toBeUndefined();
    expect(proof.stages.authenticate?.evidence.facts).toMatchObject({ mechanism: 'NTLM' });
    expect(JSON.stringify(proof.events)).not.toContain(ntlmUser.password);
  });

  describe.runIf(loadKerberos().available)('with Kerberos', () => {
    const actAs = (keytab: string): void => {
      process.env['KRB5_CONFIG'] = lab.realm?.configuration;
      process.env['KRB5_CLIENT_KTNAME'] = `FILE:${keytab}`;
      process.env['KRB5CCNAME'] = `FILE:${path.join(folder, path.basename(keytab))}`;
    };

    it('goes all the way, and shows whose ticket it is and until when', async () => {
      actAs(lab.realm?.clientKeytab ?? '');
      const proof = await arrive({ mode: 'kerberos', servicePrincipal: null });
      expect(proof.failed).toBeUndefined();
      expect(proof.course[0]).toBe('ticket passed');
      const { principal, servicePrincipal, ticketExpiresAt } = proof.stages.ticket?.evidence.facts ?? {};
      expect(servicePrincipal).toBe(`smtp/${lab.host}`);
      expect(principal).toMatch(/^alice@/);
      expect(Date.parse(String(ticketExpiresAt))).toBeGreaterThan(Date.now());
      expect(proof.stages.authenticate?.evidence.facts).toMatchObject({ mechanism: 'GSSAPI' });
    });

    it('ends before anybody is spoken to where there is no ticket', async () => {
      actAs('/nowhere');
      const proof = await arrive({ mode: 'kerberos', servicePrincipal: null });
      expect(failureOf(proof)).toBe('ticket kerberosTicketMissing');
      expect(proof.course).toEqual(['ticket failed']);
    });
  });
});
