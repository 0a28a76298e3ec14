import { isEmailAddress } from '../../contract/mail/address.ts';
import { hostToAscii } from '../dns/hostToAscii.ts';

/**
 * An address as it stands in MAIL FROM and RCPT TO, without the angle brackets. The domain is written in A-labels
 * (RFC 5890), so that only the local part can need SMTPUTF8 (RFC 6531). Throws when it is not exactly one
 * address: such a value never reaches the wire.
 */
export const envelopePath = (address: string): string => {
  if (!isEmailAddress(address)) throw new Error('Not an e-mail address.');
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${hostToAscii(address.slice(at + 1))}`;
};

/** True when the path can only be said with SMTPUTF8. */
export const needsUtf8 = (path: string): boolean => /[^\x20-\x7e]/.test(path);
