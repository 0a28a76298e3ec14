const names: Readonly<Record<string, string>> = { SE: 'Exchange Server SE', online: 'Exchange Online' };

/** A server by its name, which is the same in every language: `Exchange 2010 SP1`. `version`: as the contract has it. */
export const exchangeName = (version: string): string =>
  names[version] ?? `Exchange ${version.replace('_', ' ')}`;
