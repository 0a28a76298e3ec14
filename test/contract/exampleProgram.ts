import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { ProofEvent } from '../../electron/contract/proof/proof.ts';
import { fail } from '../../electron/contract/failures.ts';
import { createImplementer } from '../../electron/hosts/implementer.ts';
import type { Log, LogFields } from '../../electron/hosts/log.ts';

/** What stands behind the doors in these tests: some operations of the contract, each with one behaviour. */
export const createExampleProgram = () => {
  const logged: { event: string; fields: LogFields }[] = [];
  const log: Log = {
    info: (event, fields) => logged.push({ event, fields }),
    error: (event, fields) => logged.push({ event, fields }),
  };
  const cancelled: string[] = [];
  const os = createImplementer(log);

  const stages = async function* (name: string, signal: AbortSignal | undefined): AsyncGenerator<ProofEvent> {
    yield { type: 'stageStarted', stage: 'resolve', atMs: 0 };
    if (name === 'breaks') throw new Error('the password is swordfish');
    if (name === 'refuses') throw fail('CONFLICT', { revision: 7 });
    if (name === 'misshapen') yield { type: 'stageStarted', stage: 'nowhere' } as unknown as ProofEvent;
    if (name.startsWith('waits')) {
      if (!signal?.aborted) await once(signal ?? new EventTarget(), 'abort');
      cancelled.push(name);
      signal?.throwIfAborted();
    }
    for (let atMs = 1; atMs <= 200; atMs += 1) yield { type: 'stageStarted', stage: 'connect', atMs };
  };

  const endless = async function* (): AsyncGenerator<ProofEvent> {
    try {
      while (true) yield await setImmediate({ type: 'stageStarted', stage: 'arrive', atMs: 0 } as const);
    } finally {
      cancelled.push('endless');
    }
  };

  const router = {
    mail: {
      proveProfile: os.mail.proveProfile.handler(({ input, signal }) =>
        input.values.name === 'endless' ? endless() : stages(input.values.name, signal),
      ),
      setDefaultProfile: os.mail.setDefaultProfile.handler(({ input }) => {
        throw fail('CONFLICT', { revision: input.revision + 1 });
      }),
      listPresets: os.mail.listPresets.handler(() => ({ presets: [] })),
    },
    mailbox: {
      getSource: os.mailbox.getSource.handler(({ input }) => ({ source: input.id.repeat(80_000) })),
      getMessage: os.mailbox.getMessage.handler(() => {
        throw fail('NOT_FOUND', {});
      }),
    },
    settings: {
      getHealth: os.settings.getHealth.handler(
        () => ({ state: 'splendid' }) as unknown as { state: 'ready' },
      ),
    },
    security: {
      getProtection: os.security.getProtection.handler(() => {
        throw new Error('the password is swordfish');
      }),
    },
    knowledge: {
      explainError: os.knowledge.explainError.handler(({ input }) => ({
        explanation: {
          matched: input.text,
          finding: {
            code: 'echo',
            severity: 'note' as const,
            who: 'user' as const,
            permanent: true,
            parameters: {},
            changes: [],
          },
        },
      })),
    },
  };
  return { router, log, logged, cancelled };
};

export type ExampleProgram = ReturnType<typeof createExampleProgram>;

/** Input for `mail.proveProfile`; the profile's name chooses what the example does. */
export const proveInput = (name: string) => ({
  id: null,
  values: {
    kind: 'capture' as const,
    name,
    from: { address: 'console@example.com', displayName: '' },
    testRecipient: null,
  },
  recipient: null,
  until: 'deliver' as const,
  language: 'en' as const,
});
