import { domainNameSchema } from '../../../contract/directory/directoryValues.ts';
import type { LoadedKerberos } from '../../../protocols/kerberos/loadKerberos.ts';
import type { MachineJoin } from '../../../protocols/machine/machineJoin.ts';

export type SuggestionParts = {
  readMachineJoin: (signal: AbortSignal) => Promise<MachineJoin>;
  loadKerberos: () => LoadedKerberos;
  environment: NodeJS.ProcessEnv;
};

export type DirectorySuggestion = {
  domain: string | null;
  kerberos: 'available' | 'moduleMissing' | 'libraryMissing';
};

/** A DNS name of more than one label, in small letters; null: it is none. */
const dnsNameOf = (name: string | null | undefined): string | null => {
  const read = domainNameSchema.safeParse(name);
  return read.success && read.data.includes('.') ? read.data : null;
};

/**
 * What this machine says of its own domain, and whether the program can use Kerberos. Windows may say the NetBIOS name, which
 * nothing is found by: then the DNS name is the one of who is signed in, good enough to be looked at in a form.
 */
export const createDirectorySuggestion =
  ({ readMachineJoin, loadKerberos, environment }: SuggestionParts) =>
  async (signal: AbortSignal): Promise<DirectorySuggestion> => {
    const join = await readMachineJoin(signal);
    const kerberos = loadKerberos();
    return {
      domain:
        join.known && join.joined
          ? (dnsNameOf(join.domain) ?? dnsNameOf(environment['USERDNSDOMAIN']))
          : null,
      kerberos: kerberos.available ? 'available' : kerberos.reason,
    };
  };

export type SuggestDirectory = ReturnType<typeof createDirectorySuggestion>;
