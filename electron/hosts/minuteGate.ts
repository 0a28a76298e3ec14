/** More different things in one minute are an attack, not people. */
const mostInAMinute = 100;
const minuteMs = 60_000;

/** Lets the same thing through once a minute, and no more than a hundred different ones. `now`: ms since 1970 UTC. */
export const createMinuteGate = (now: () => number) => {
  const passed = new Set<string>();
  let minute = -1;
  return (thing: string): boolean => {
    const present = Math.floor(now() / minuteMs);
    if (present !== minute) passed.clear();
    minute = present;
    if (passed.has(thing) || passed.size >= mostInAMinute) return false;
    passed.add(thing);
    return true;
  };
};

export type MinuteGate = ReturnType<typeof createMinuteGate>;
