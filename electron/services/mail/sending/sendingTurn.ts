import type { ConnectionPlace } from '../proof/connectionLimit.ts';

/** When a message may be on its way at all: as many at once as its account may have connections. */
export type SendingTurn = {
  /** Throws the signal's reason. */
  wait: (signal: AbortSignal) => Promise<void>;
  /** Lets the next one go; also when the wait ends only later. */
  end: () => void;
};

/** One turn. @param enter waits for its place. */
export const createSendingTurn = (enter: (signal: AbortSignal) => Promise<ConnectionPlace>): SendingTurn => {
  const held: ConnectionPlace[] = [];
  let isOver = false;
  const end = (): void => {
    isOver = true;
    for (const place of held.splice(0)) place.release();
  };
  return {
    wait: async (signal) => {
      held.push(await enter(signal));
      if (isOver) end();
    },
    end,
  };
};
