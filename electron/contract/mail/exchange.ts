import { z } from 'zod';
import { trimmedText } from '../trimmed.ts';

/** Servers as people know them; which schema of EWS each one is spoken to in: `electron/protocols/ews`. */
export const exchangeVersions = [
  '2007_SP1',
  '2010',
  '2010_SP1',
  '2010_SP2',
  '2013',
  '2013_SP1',
  '2016',
  '2019',
  'SE',
  'online',
] as const;
export const exchangeVersionSchema = z.enum(exchangeVersions);
export type ExchangeVersion = z.infer<typeof exchangeVersionSchema>;

/** Below a server's name, where nobody moved it (MS-OXWSCDATA, 2.1). */
export const ewsPath = '/EWS/Exchange.asmx';

/** Without TLS a password, or a token, would go over the wire in the clear. */
export const exchangeUrlSchema = trimmedText()
  .min(1, { abort: true })
  .max(2_048)
  .refine((value) => z.url().safeParse(value).success && /^https:\/\/[^/?#@\s]+\/[^?#\s]+$/i.test(value), {
    params: { code: 'exchangeUrl' },
  });
