import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryAnswer } from '../../../lab/faults/directoryAnswer.ts';
import { foundMessage, resultMessage } from '../../../lab/faults/directoryAnswer.ts';
import type { DirectoryRequest } from '../../../lab/faults/directoryMessage.ts';
import { domainEntries, guidOf, personEntry } from '../scriptedEntries.ts';
import { ScriptedFaults } from './scriptedFaults.ts';
import { unreachableFinding } from './unreachableFinding.ts';

const { signal } = new AbortController();
const anna = personEntry('anna', 2_000);
const person = { domain: 'corp.example.test', objectGuid: guidOf(2_000) };

/** Which request of a kind on a connection is answered so; the others as Windows does. */
type Garbage = { kind: 'search' | 'bind'; occurrence: number; bytes: (messageId: number) => Buffer };

/** An honest answer to a request of this id, with some bytes changed, cut off or put in. */
const changed = fc
  .record({
    isEntry: fc.boolean(),
    changes: fc.array(fc.record({ at: fc.nat(400), value: fc.integer({ min: 0, max: 255 }) }), {
      maxLength: 4,
    }),
    keptBytes: fc.option(fc.nat(400)),
    more: fc.uint8Array({ maxLength: 20 }),
  })
  .map(({ isEntry, changes, keptBytes, more }) => (messageId: number): Buffer => {
    const honest = isEntry ? foundMessage(messageId, anna) : resultMessage(messageId, 'search', {});
    for (const { at, value } of changes) honest[at % honest.length] = value;
    return Buffer.concat([honest.subarray(0, keptBytes ?? honest.length), more]);
  });

const anything = fc.uint8Array({ maxLength: 200 }).map((bytes) => () => Buffer.from(bytes));

const garbage: fc.Arbitrary<Garbage> = fc.record({
  kind: fc.constantFrom('search', 'bind'),
  occurrence: fc.integer({ min: 1, max: 8 }),
  bytes: fc.oneof(changed, anything),
});

describe('a controller that answers with garbage', () => {
  let domain: ScriptedFaults;
  let sent: Garbage | null = null;

  const script = (request: DirectoryRequest): DirectoryAnswer | undefined =>
    request.kind === sent?.kind && request.occurrence === sent.occurrence
      ? { raw: sent.bytes(request.messageId), hangUp: 'end' }
      : undefined;

  beforeEach(async () => {
    domain = new ScriptedFaults();
    await domain.add({ entries: domainEntries(anna), script });
  });
  afterEach(async () => {
    expect(domain.unforeseen).toEqual([]);
    await domain.close();
  });

  it('at any stage of a proof ends in a finding that somebody foresaw, after one bind at most: 150 inputs', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, async (bytes) => {
        sent = bytes;
        const before = domain.passwordBinds.length;
        const { results, outcome, faults } = await domain.prove({ timeoutMs: 2_000 }, 'anna');
        expect(faults).toEqual([]);
        expect(outcome).toMatch(/^(passed|failed)$/);
        for (const { status, finding } of results)
          if (status === 'failed') expect(finding?.severity).toBe('error');
        expect(results.map(({ finding }) => finding?.code)).not.toContain('unknownFailure');
        expect(domain.passwordBinds.length - before).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('while the directory is read ends in an answer or a finding: 150 inputs', async () => {
    await fc.assert(
      fc.asyncProperty(garbage, async (bytes) => {
        sent = bytes;
        const reader = await domain.openReader({ timeoutMs: 2_000, useGlobalCatalog: false });
        const finding = await unreachableFinding(reader.readToken(person, signal));
        expect(finding).not.toBe('unknownFailure');
      }),
      { numRuns: 150 },
    );
  });
});
