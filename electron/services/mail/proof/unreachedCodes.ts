import type { FindingCode } from '../../knowledge/findingTable.ts';

/** What is found where nobody was reached. */
export const unreachedCodes = [
  ...(['hostNotFound', 'hostHasNoAddress', 'dnsUnreachable', 'nameResolutionFailed'] as const),
  ...(['connectionRefused', 'connectionTimedOut', 'connectionFailed'] as const),
  ...(['hostUnreachable', 'networkUnreachable'] as const),
] as const satisfies readonly FindingCode[];
