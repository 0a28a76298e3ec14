import type { Language } from '../../contract/languages.ts';
import type { ProfileKind } from '../../contract/mail/profile.ts';
import type { NoticeResult, NoticeState } from '../../contract/notices/notice.ts';
import { type RehearsalEvent, rehearsalSteps } from '../../contract/notices/rehearsal.ts';
import type { ProofOutcome, StageResult } from '../../contract/proof/proof.ts';
import type { NoticeStore } from '../../stores/notices/noticeStore.ts';
import { ownRecipient } from '../mail/ownRecipient.ts';
import type { DeliverMessage, DeliveryLimit } from '../mail/sendMessage.ts';
import { createEventStream } from '../proof/eventStream.ts';
import type { CodeMailWriter } from './codeMail.ts';
import { newNotice } from './newNotice.ts';
import {
  createRehearsalChecks,
  type RehearsalCheckParts,
  type Rehearsed,
  type RehearsedSubject,
} from './rehearsalChecks.ts';

export type ResetRehearsalParts = RehearsalCheckParts & {
  writeCodeMail: CodeMailWriter;
  deliver: DeliverMessage;
  notices: Pick<NoticeStore, 'add'>;
  /** For users who have chosen none. */
  language: () => Promise<Language>;
};

/** `by`: the administrator, as the mail names who rehearses. */
export type RehearsalRequest = RehearsedSubject & { by: string };

type Emit = (event: RehearsalEvent) => void;
type Delivered = { outcome: ProofOutcome; stages: readonly StageResult[]; messageId: string };

/** The profile looks into one mailbox only: its own recipient's. */
const limitOf = ({ values, to }: Rehearsed): DeliveryLimit => {
  const isOwn = ownRecipient(values).toLowerCase() === to.toLowerCase();
  return values.kind === 'smtp' && values.arrival !== null && isOwn ? 'arrive' : 'deliver';
};

const resultOf = (stages: readonly StageResult[], by: ProfileKind): NoticeResult => {
  const failed = stages.find(({ status, stage }) => status === 'failed' && stage !== 'arrive');
  if (failed?.finding) {
    const { stage, evidence, finding } = failed;
    const reply = evidence.replies.at(-1) ?? null;
    return { outcome: 'refused', stage, finding: { ...finding, changes: [] }, reply };
  }
  if (stages.some(({ status, stage }) => status === 'cancelled' && stage !== 'arrive'))
    return { outcome: 'cancelled' };
  const taken = stages.find(({ stage, status }) => stage === 'deliver' && status === 'passed');
  return { outcome: 'accepted', by, reply: taken?.evidence.replies.at(-1) ?? null };
};

const createDelivery = ({ writeCodeMail, deliver, language, now }: ResetRehearsalParts) => {
  const compose = async ({ user, to }: Rehearsed, { by, machine }: RehearsalRequest, emit: Emit) => {
    const chosen = user.language ?? (await language());
    const message = await writeCodeMail({ user, to, language: chosen, machine, by, at: now() });
    emit({ type: 'stepFinished', step: 'compose', subject: message.subject, problem: null });
    return message;
  };

  return async (
    rehearsed: Rehearsed,
    request: RehearsalRequest,
    emit: Emit,
    signal: AbortSignal,
  ): Promise<Delivered> => {
    const message = await compose(rehearsed, request, emit);
    const { messageId, events } = await deliver(rehearsed.values, message, limitOf(rehearsed), signal);
    const stages: StageResult[] = [];
    let outcome: ProofOutcome = 'cancelled';
    for await (const event of events) {
      if (event.type === 'stageFinished') stages.push(event.result);
      if (event.type === 'finished') outcome = event.outcome;
      emit({ type: 'delivery', event });
    }
    return { outcome, stages, messageId };
  };
};

/** Rehearsals are in the delivery log too, but they never wait there: nobody wants one later. */
const createLogging =
  ({ notices, language, now }: ResetRehearsalParts) =>
  async ({ values, user, to }: Rehearsed, { stages, messageId }: Delivered): Promise<string> => {
    const lastResult = resultOf(stages, values.kind);
    const state: NoticeState = lastResult.outcome === 'accepted' ? 'delivered' : 'failed';
    const notice = newNotice(
      {
        ...{ kind: 'rehearsal', userId: user.id, toAddress: to, details: {} },
        language: user.language ?? (await language()),
      },
      now(),
    );
    await notices.add({ ...notice, state, lastResult, attempts: 1, messageId });
    return notice.id;
  };

/**
 * Rehearses a forgotten password with a chosen user: a mail with a code that works goes the way that it would go in
 * earnest, and every step is shown. Nothing is tried a second time.
 */
export const createResetRehearsal = (parts: ResetRehearsalParts) => {
  const check = createRehearsalChecks(parts);
  const deliver = createDelivery(parts);
  const log = createLogging(parts);

  return (request: RehearsalRequest, signal: AbortSignal): AsyncGenerator<RehearsalEvent, undefined, void> =>
    createEventStream<RehearsalEvent>(async (emit, ended) => {
      emit({ type: 'started', steps: [...rehearsalSteps] });
      const rehearsed = await check(request, emit);
      if (rehearsed === null) {
        emit({ type: 'finished', outcome: 'failed', noticeId: null });
        return;
      }
      const delivered = await deliver(rehearsed, request, emit, ended);
      const noticeId = await log(rehearsed, delivered);
      emit({ type: 'finished', outcome: delivered.outcome, noticeId });
    }, signal);
};

export type ResetRehearsal = ReturnType<typeof createResetRehearsal>;
