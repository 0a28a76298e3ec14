/** How long a person who is asked for something has for it, in ms: enough for a second factor and for somebody who has to be fetched. */
export const personLimitMs = 600_000;
