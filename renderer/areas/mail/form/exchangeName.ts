import type { ExchangeVersion } from '../../../../electron/contract/mail/exchange.ts';

const names: Partial<Record<ExchangeVersion, string>> = {
  SE: 'Exchange Server SE',
  online: 'Exchange Online',
};

/** A server by its name, which is the same in every language: `Exchange 2010 SP1`. */
export const exchangeName = (version: ExchangeVersion): string =>
  names[version] ?? `Exchange ${version.replace('_', ' ')}`;
