/** Counts what is under way, and tells when nothing has been for a while. */
export type IdleWatch = {
  /** Something starts; call what it gives when that ends. */
  begin(): () => void;
  stop(): void;
};

/** Calls `onIdle` once nothing has been under way for `idleMs`; a forgotten console does not stay open for ever. */
export const createIdleWatch = (idleMs: number, onIdle: () => void): IdleWatch => {
  let underWay = 0;
  let stopped = false;
  let timer = setTimeout(onIdle, idleMs);
  return {
    begin() {
      underWay += 1;
      clearTimeout(timer);
      return () => {
        underWay -= 1;
        if (underWay === 0 && !stopped) timer = setTimeout(onIdle, idleMs);
      };
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
