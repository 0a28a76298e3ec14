import { emailAddressSchema } from '../../contract/mail/address.ts';
import type { Invocation } from './command.ts';
import { UsageError } from './usageError.ts';

/** The one address of `--to`; null without the option. Throws UsageError for anything else. */
export const recipientOption = ({ options }: Pick<Invocation, 'options'>): string | null => {
  const given = options.get('to');
  if (given === undefined) return null;
  const { success, data } = emailAddressSchema.safeParse(given);
  if (!success) throw new UsageError('badAddress', { option: '--to', value: given });
  return data;
};
