import { isIP } from 'node:net';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';

type Names = {
  /** The profile's own choice. */
  clientName: string | null;
  machineName: string;
  /** The connection's address on this side. */
  localAddress: string | undefined;
};

const literal = (address: string): string => (isIP(address) === 6 ? `[IPv6:${address}]` : `[${address}]`);

/**
 * The name for EHLO: what the profile says, else the machine's full name, else its address as a literal, which is what
 * a client without a full name sends (RFC 5321, 4.1.1.1 and 4.1.4).
 */
export const helloName = ({ clientName, machineName, localAddress = '127.0.0.1' }: Names): string => {
  if (clientName !== null) return isIP(clientName) > 0 ? literal(clientName) : hostToAscii(clientName);
  return /^[\w-]+(\.[\w-]+)+$/.test(machineName)
    ? machineName
    : literal(localAddress.replace(/^::ffff:/, ''));
};
