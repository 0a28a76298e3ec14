import type { ExchangeVersion } from '../../contract/mail/exchange.ts';

/** The schema to ask for ("RequestServerVersion"): no later one than 2013_SP1 is documented, and later servers have it. */
const schemas: Readonly<Record<ExchangeVersion, string>> = {
  '2007_SP1': 'Exchange2007_SP1',
  '2010': 'Exchange2010',
  '2010_SP1': 'Exchange2010_SP1',
  '2010_SP2': 'Exchange2010_SP2',
  '2013': 'Exchange2013',
  '2013_SP1': 'Exchange2013_SP1',
  '2016': 'Exchange2013_SP1',
  '2019': 'Exchange2013_SP1',
  SE: 'Exchange2013_SP1',
  online: 'Exchange2013_SP1',
};

/** What RequestServerVersion says for a version. */
export const schemaOf = (version: ExchangeVersion): string => schemas[version];

/** What a server says of itself in ServerVersionInfo. */
export type ServerVersion = {
  /** Null: no version that is known here. */
  product: '2007' | '2010' | '2013' | '2016' | '2019 or SE' | 'Exchange Online' | null;
  /** As `15.2.1748.10`. */
  build: string;
};

/** "Exchange Server build numbers and release dates"; 15.20 is the cloud's. */
const products = new Map<string, NonNullable<ServerVersion['product']>>([
  ['8', '2007'],
  ['14', '2010'],
  ['15.0', '2013'],
  ['15.1', '2016'],
  ['15.2', '2019 or SE'],
  ['15.20', 'Exchange Online'],
]);

/** Makes a version of the numbers of ServerVersionInfo: major, minor, and those of the build. */
export const toServerVersion = (numbers: readonly string[]): ServerVersion => {
  const [major = '', minor = ''] = numbers;
  return {
    product: products.get(`${major}.${minor}`) ?? products.get(major) ?? null,
    build: numbers.join('.'),
  };
};
