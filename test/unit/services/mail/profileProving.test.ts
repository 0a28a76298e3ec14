import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProveInput } from '../../../../electron/contract/mail/mail.contract.ts';
import type {
  ProofEvent,
  ProofOutcome,
  ProofRecord,
  StageName,
} from '../../../../electron/contract/proof/proof.ts';
import {
  createProfileProving,
  type MailProofRequest,
} from '../../../../electron/services/mail/profileProving.ts';
import { createLiveSecrets } from '../../../../electron/stores/vault/liveSecrets.ts';
import { createProfileLab, keptSignIn, smtpWrite } from './profiles/profileLab.ts';

const inputOf = (id: string | null, values: ProveInput['values']): ProveInput => ({
  id,
  values,
  recipient: null,
  until: 'deliver',
  language: 'en',
});

/** A prover whose proof ends as the test says, and which says what the log would have masked meanwhile. */
const createProvingLab = (stage: StageName = 'connect', ending: ProofOutcome = 'failed') => {
  const lab = createProfileLab();
  const secrets = createLiveSecrets();
  const proofs = new Map<string, ProofRecord>();
  const seen: { request: MailProofRequest; masked: string }[] = [];
  const run = async function* (request: MailProofRequest, signal: AbortSignal): AsyncGenerator<ProofEvent> {
    const proofId = randomUUID();
    seen.push({ request, masked: secrets.mask('the password is first-password') });
    yield { type: 'started', proofId, startedAt: '2026-11-20T14:02:00.000Z', stages: [stage] };
    const outcome = signal.aborted ? 'cancelled' : ending;
    const fingerprint = await lab.fingerprint(request.values);
    const at = '2026-11-20T14:02:00.000Z';
    proofs.set(proofId, { at, by: request.by, outcome, fingerprint, stage, findingCode: null });
    yield { type: 'finished', proofId, outcome, fingerprint, durationMs: 1 };
  };
  const proveProfile = createProfileProving({
    profiles: lab.service,
    prove: (request) => (signal) => run(request, signal),
    proofs: { find: (proofId) => proofs.get(proofId) ?? null },
    secrets,
    log: { error: () => undefined },
  });
  return { ...lab, secrets, seen, proveProfile };
};

const readAll = async (stream: AsyncIterable<ProofEvent>): Promise<ProofEvent[]> => {
  const events: ProofEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
};

const never = new AbortController().signal;

describe('proving a profile', () => {
  it('streams, notes the result of the values in force, and changes no settings', async () => {
    const lab = createProvingLab();
    const id = await lab.proveAndSave(smtpWrite());
    const { revision } = lab.settings.current();
    const values = smtpWrite({ authentication: keptSignIn() });
    const events = await readAll(await lab.proveProfile(inputOf(id, values), 'anna', never));
    expect(events.map(({ type }) => type)).toEqual(['started', 'finished']);
    expect(lab.records.get(id)?.record).toMatchObject({ outcome: 'failed', by: 'anna' });
    expect(lab.settings.current().revision).toBe(revision);
  });

  it('leaves the record alone when other values were proven', async () => {
    const lab = createProvingLab();
    const id = await lab.proveAndSave(smtpWrite());
    const values = smtpWrite({ timeoutMs: 5_000, authentication: keptSignIn() });
    await readAll(await lab.proveProfile(inputOf(id, values), 'anna', never));
    expect(lab.records.get(id)?.record.outcome).toBe('passed');
  });

  it('keeps the password out of the log while it runs', async () => {
    const lab = createProvingLab();
    const id = await lab.proveAndSave(smtpWrite());
    const input = inputOf(id, smtpWrite({ authentication: keptSignIn() }));
    await readAll(await lab.proveProfile(input, 'anna', never));
    expect(lab.seen[0]?.masked).not.toContain('first-password');
    expect(lab.secrets.mask('first-password')).toBe('first-password');
  });

  it('refuses before it starts what cannot start', async () => {
    const lab = createProvingLab();
    const id = await lab.proveAndSave(smtpWrite());
    const values = smtpWrite({ host: 'evil.example', authentication: keptSignIn() });
    await expect(lab.proveProfile(inputOf(id, values), 'anna', never)).rejects.toMatchObject({
      code: 'SECRET_REQUIRED',
    });
    expect(lab.seen).toEqual([]);
  });

  it('notes nothing when it is cancelled', async () => {
    const lab = createProvingLab();
    const id = await lab.proveAndSave(smtpWrite());
    const cancelled = AbortSignal.abort();
    const input = inputOf(id, smtpWrite({ authentication: keptSignIn() }));
    await readAll(await lab.proveProfile(input, 'anna', cancelled));
    expect(lab.records.get(id)?.record.outcome).toBe('passed');
  });

  describe('to nobody in particular (B05)', () => {
    const mailbox = smtpWrite().arrival;
    it.each([
      ['anna@corp.example', null, 'anna@corp.example'],
      ['anna@corp.example', 'ops@corp.example', 'ops@corp.example'],
      [null, null, 'console@corp.example'],
    ])('goes to who proves (%s), but for what the profile names (%s): %s', async (address, named, to) => {
      expect(mailbox).toBeNull();
      const lab = createProvingLab();
      const values = smtpWrite({ testRecipient: named });
      const id = await lab.proveAndSave(values);
      const input = inputOf(id, { ...values, authentication: keptSignIn() });
      await readAll(await lab.proveProfile({ ...input, recipient: null }, 'anna', never, address));
      expect(lab.seen.at(-1)?.request.recipient).toBe(to);
    });
  });

  describe('that fails at its recipient', () => {
    const anna = 'anna@corp.example';
    const failedAt = async (recipient: string | null, testRecipient: string | null = null) => {
      const lab = createProvingLab('envelope');
      const values = smtpWrite({ testRecipient });
      const id = await lab.proveAndSave(values);
      const input = { ...inputOf(id, { ...values, authentication: keptSignIn() }), recipient };
      await readAll(await lab.proveProfile(input, 'bert', never, anna));
      return lab.records.get(id)?.record.by;
    };

    it('keeps what is noted when that was who proves', async () => {
      expect(await failedAt(null)).toBe('anna');
      expect(await failedAt(anna)).toBe('anna');
    });

    it("notes it when that was the profile's own, typed or not", async () => {
      expect(await failedAt('console@corp.example')).toBe('bert');
      expect(await failedAt(null, 'ops@corp.example')).toBe('bert');
      expect(await failedAt('ops@corp.example', 'ops@corp.example')).toBe('bert');
    });

    it('keeps what is noted when that was the sender, but the profile names another one', async () => {
      expect(await failedAt('console@corp.example', 'ops@corp.example')).toBe('anna');
    });
  });

  describe('to a recipient for once', () => {
    const values = smtpWrite({ authentication: keptSignIn() });
    const notedAfter = async (
      lab: ReturnType<typeof createProvingLab>,
      recipient: string,
      testRecipient: string | null = null,
    ) => {
      const id = await lab.proveAndSave(smtpWrite({ testRecipient }));
      const input = { ...inputOf(id, { ...values, testRecipient }), recipient };
      await readAll(await lab.proveProfile(input, 'bert', never));
      return lab.records.get(id)?.record;
    };

    it.each(['envelope', 'deliver', 'arrive'] as const)(
      'keeps what is noted when it fails at %s',
      async (stage) => {
        const noted = await notedAfter(createProvingLab(stage), 'nobody@corp.example');
        expect(noted).toMatchObject({ outcome: 'passed', by: 'anna' });
      },
    );

    it('notes what fails before a recipient is named', async () => {
      const noted = await notedAfter(createProvingLab('authenticate'), 'nobody@corp.example');
      expect(noted).toMatchObject({ outcome: 'failed', by: 'bert' });
    });

    it('notes a success', async () => {
      const noted = await notedAfter(createProvingLab('deliver', 'passed'), 'carol@corp.example');
      expect(noted).toMatchObject({ outcome: 'passed', by: 'bert' });
    });

    it.each([
      ['CONSOLE@corp.example', null],
      ['ops@corp.example', 'ops@corp.example'],
    ])("notes a failure for the profile's own recipient %s", async (recipient, own) => {
      const noted = await notedAfter(createProvingLab('envelope'), recipient, own);
      expect(noted).toMatchObject({ outcome: 'failed', by: 'bert' });
    });
  });
});
