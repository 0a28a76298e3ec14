import type { Stage } from '../../proof/stage.ts';
import type { ComposedMessage } from './composeMessage.ts';

export type MessageEnvelope = { from: string; to: string[] };

/** Keeps a message in the built-in mailbox and gives its id there. Fails with STORAGE_FAILED. */
export type StoreMessage = (source: Uint8Array, envelope: MessageEnvelope) => Promise<string>;

export type CaptureDelivery = {
  envelope: MessageEnvelope;
  compose: () => Promise<ComposedMessage>;
  store: StoreMessage;
  timeoutMs: number;
};

/** The one stage of the built-in mailbox: the message is kept. */
export const createCaptureStages = ({ envelope, compose, store, timeoutMs }: CaptureDelivery): Stage[] => [
  {
    name: 'store',
    wanted: true,
    timeoutMs,
    run: async ({ evidence }) => {
      evidence.fact('sender', envelope.from);
      evidence.fact('recipient', envelope.to.join(', '));
      const { messageId, source } = await compose();
      evidence.fact('messageId', messageId);
      evidence.fact('messageSizeBytes', source.length);
      evidence.fact('queueId', await store(source, envelope));
      return null;
    },
  },
];
