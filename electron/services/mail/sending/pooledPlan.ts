import type { ProofOutcome } from '../../../contract/proof/proof.ts';
import type { ProofCourse, RunStage } from '../../proof/course.ts';
import { inOrder } from '../../proof/inOrder.ts';
import type { Stage } from '../../proof/stage.ts';
import { type PlanSmtp, smtpContext, smtpExplainer } from '../proof/deliveryPlan.ts';
import { SmtpSession } from '../proof/smtpSession.ts';
import type { SmtpContext } from '../proof/smtpStage.ts';
import type { ConnectionPool } from './connectionPool.ts';
import type { PooledConnection } from './keptConnections.ts';
import { isUnheard, openingStages, reusingStages } from './pooledStages.ts';
import { createSendingTurn, type SendingTurn } from './sendingTurn.ts';

/** One message on its way. */
type Sending = {
  pool: ConnectionPool;
  context: SmtpContext;
  hide: (token: string) => void;
  turn: SendingTurn;
  /** Over which the message goes; null as soon as somebody else may have it. */
  connection: PooledConnection | null;
};

const openConnection = (sending: Sending): SmtpSession => {
  const session = new SmtpSession(sending.hide);
  sending.connection = { session, messages: 0 };
  return session;
};

const giveBack = (sending: Sending): void => {
  const { connection, pool, context } = sending;
  if (connection === null) return;
  sending.connection = null;
  pool.give(context.delivery.values, { ...connection, messages: connection.messages + 1 });
};

const runAll = async (
  sending: Sending,
  stages: readonly Stage[],
  run: RunStage,
  signal: AbortSignal,
): Promise<ProofOutcome> => {
  const outcome = await inOrder(stages).course(run, signal);
  if (outcome === 'passed') giveBack(sending);
  return outcome;
};

/** Waits as a proof waits for its place: in the stage `connect`, for no longer than that may take. */
const turnStage = ({ turn, context }: Sending, session: SmtpSession): Stage => ({
  ...{ name: 'connect', wanted: true, timeoutMs: context.delivery.values.timeoutMs },
  run: async ({ signal }) => {
    session.isWaitingForPlace = true;
    await turn.wait(signal);
    session.isWaitingForPlace = false;
    return null;
  },
});

/** Null: there was no connection, or it proved to be dead before the server knew anything of the message. */
const sendOverKept = async (
  sending: Sending,
  run: RunStage,
  signal: AbortSignal,
): Promise<ProofOutcome | null> => {
  const kept = sending.pool.take(sending.context.delivery.values);
  if (kept === null) return null;
  kept.session.beginMessage(sending.hide);
  sending.connection = kept;
  let isDead = false;
  const runAndJudge: RunStage = async (stage) => {
    const result = await run(stage);
    isDead ||= stage.name === 'envelope' && isUnheard(result);
    return result;
  };
  const stages = reusingStages(sending.context, kept.session);
  const outcome = await runAll(sending, stages, runAndJudge, signal);
  return isDead && !signal.aborted ? null : outcome;
};

const courseOf =
  (sending: Sending): ProofCourse['course'] =>
  async (run, signal) => {
    try {
      const { status } = await run(turnStage(sending, openConnection(sending)));
      if (status === 'failed' || status === 'cancelled') return status;
      const outcome = await sendOverKept(sending, run, signal);
      if (outcome !== null) return outcome;
      const stages = openingStages(sending.context, openConnection(sending));
      return await runAll(sending, stages, run, signal);
    } finally {
      sending.turn.end();
    }
  };

/**
 * Plans how a message is handed over by way of a pool: over a kept connection if there is one, else over a new one that is
 * kept afterwards. What the stages do is what they do in a proof. A message is sent over a second connection only when
 * the kept one broke before the server had answered MAIL FROM, and only once. Its stages are for the sender alone: one
 * name may come twice.
 */
export const createPooledPlanning =
  (pool: ConnectionPool): PlanSmtp =>
  (delivery, parts, { report, hide }) => {
    const { values } = delivery;
    const context = smtpContext(delivery, parts);
    const turn = createSendingTurn((signal) => pool.enter(values, signal));
    const sending: Sending = { pool, context, hide, turn, connection: null };
    return {
      stageNames: openingStages(context, new SmtpSession(hide)).map(({ name }) => name),
      course: courseOf(sending),
      close: () => sending.connection?.session.close(),
      explain: (stage, error, evidence) => {
        const session = sending.connection?.session ?? new SmtpSession(hide);
        return smtpExplainer(delivery, session, report)(stage, error, evidence);
      },
    };
  };
