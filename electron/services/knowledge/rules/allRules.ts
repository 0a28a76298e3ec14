import type { Rule } from './rule.ts';
import { socketRules } from './sockets.ts';

/** Connections and TLS: what every protocol can meet. */
export const transportRules: readonly Rule[] = [...socketRules];

/** Every rule, the most particular first: the first one that fits counts. */
export const allRules: readonly Rule[] = [...transportRules];
