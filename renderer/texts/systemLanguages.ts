import type { Session } from '../../electron/contract/session/session.contract.ts';

/**
 * The languages that the page follows until one is set, as BCP 47 tags, best first. The desktop program asks its
 * system; a browser has a list of its own, and its person need not sit at the system on which the program runs.
 */
export const systemLanguages = (
  { door, systemLocale }: Pick<Session, 'door' | 'systemLocale'>,
  browserLanguages: readonly string[],
): readonly string[] => (door === 'desktop' ? [systemLocale] : browserLanguages);
