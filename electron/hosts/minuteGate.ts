const minuteMs = 60_000;

/** Lets the same thing through once a minute, and no more than `most` different ones. `now`: ms since 1970 UTC. */
export const createMinuteGate = (now: () => number, most: number) => {
  const passed = new Set<unknown>();
  let minute = -1;
  return (thing: unknown): boolean => {
    const present = Math.floor(now() / minuteMs);
    if (present !== minute) passed.clear();
    minute = present;
    if (passed.has(thing) || passed.size >= most) return false;
    passed.add(thing);
    return true;
  };
};

export type MinuteGate = ReturnType<typeof createMinuteGate>;
