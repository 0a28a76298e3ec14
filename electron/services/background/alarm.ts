/** Runs `work` after `ms`; gives what prevents that. */
export type StartTimer = (work: () => void, ms: number) => () => void;

/** Something to sleep by. */
export type Alarm = {
  ring: () => void;
  /** Ends after `ms`, or when it rings; at once when it rang since the last time. */
  wait: (ms: number) => Promise<void>;
};

export const createAlarm = (startTimer: StartTimer): Alarm => {
  let isRung = false;
  let wakeUp: () => void = () => undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const stopTimer = startTimer(resolve, ms);
      wakeUp = () => {
        stopTimer();
        resolve();
      };
    });

  return {
    ring: () => {
      isRung = true;
      wakeUp();
    },
    wait: async (ms) => {
      if (!isRung) await sleep(ms);
      isRung = false;
    },
  };
};
