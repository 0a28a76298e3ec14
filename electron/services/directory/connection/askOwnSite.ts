import { PingError } from '../../../protocols/ldap/cldapPing.ts';
import type { DirectoryParts } from './directoryParts.ts';

/** The site of this machine is asked of this many controllers at once: the first of them may be switched off. */
const askedControllers = 3;
/** Without an answer all controllers are taken for equally near. */
const limitMs = 1_000;

type Addressed = { addresses: readonly string[] };

/**
 * The site in which a controller sees this machine (MS-ADTS 6.3.1.9, ClientSiteName); null: there is but one controller, so
 * that it does not matter, nobody answered, or no site has this machine's address. Throws the reason of the signal.
 */
export const askOwnSite = async (
  controllers: readonly Addressed[],
  domain: string,
  { ping, machineName }: Pick<DirectoryParts, 'ping' | 'machineName'>,
  signal: AbortSignal,
): Promise<string | null> => {
  if (controllers.length < 2) return null;
  const answered = new AbortController();
  const either = AbortSignal.any([signal, answered.signal]);
  const ask = async ({ addresses: [address] }: Addressed): Promise<string | null> => {
    if (address === undefined) throw new PingError('unreachable');
    const { response } = await ping({ address, domain, client: machineName }, { limitMs }, either);
    return response.form === 'extended' && response.clientSite !== '' ? response.clientSite : null;
  };
  try {
    return await Promise.any(controllers.slice(0, askedControllers).map(ask));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AggregateError && error.errors.every((each) => each instanceof PingError))
      return null;
    throw error;
  } finally {
    answered.abort();
  }
};
