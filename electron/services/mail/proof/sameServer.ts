import { setTimeout as delay } from 'node:timers/promises';
import type { Finding } from '../../../contract/proof/finding.ts';
import { resolveHost } from '../../../protocols/dns/resolveHost.ts';

/** A suggestion is not worth a longer wait. */
const longestLookupMs = 2_000;

const leadsTo = async (host: string, address: string): Promise<boolean> => {
  try {
    return (await resolveHost(host)).addresses.includes(address);
  } catch (error) {
    // A name that nobody knows leads nowhere.
    if (error instanceof Error) return false;
    throw error;
  }
};

/** Leaves out of a finding's changes the hosts that do not lead to the server's own address: they would solve nothing. */
export const withSameServer = async (finding: Finding, address: string | undefined): Promise<Finding> => {
  const controller = new AbortController();
  const giveUp = delay(longestLookupMs, false, { signal: controller.signal }).catch(() => false);
  const kept = await Promise.all(
    finding.changes.map(async (change) => {
      if (change.change !== 'setHost') return true;
      return address !== undefined && Promise.race([leadsTo(change.host, address), giveUp]);
    }),
  );
  controller.abort();
  return { ...finding, changes: finding.changes.filter((_, index) => kept[index]) };
};
