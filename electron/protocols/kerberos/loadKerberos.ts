import { createRequire } from 'node:module';

/** The part of a client context of the native module that is used; tokens are Base64. */
export type NativeClient = {
  step(challenge: string): Promise<string | null>;
  unwrap(challenge: string): Promise<string>;
  wrap(message: string, options: { protect: boolean }): Promise<string>;
  /** The own principal, once the context stands. */
  readonly username: string | null;
};

/** The part of the npm module `kerberos` that is used. */
export type KerberosModule = {
  readonly GSS_MECH_OID_KRB5: number;
  initializeClient(service: string, options: { mechOID: number }): Promise<NativeClient>;
};

export type KerberosUnavailableReason =
  /** The optional package, or its native part, is not there or not for this system; the words say which. */
  | 'moduleMissing'
  /** The native part is there, but not the Kerberos libraries of the system (libgssapi_krb5). */
  | 'libraryMissing';

export type LoadedKerberos =
  | { available: true; module: KerberosModule }
  | { available: false; reason: KerberosUnavailableReason; words: string };

export type Load = (name: string) => unknown;

/** Where the package keeps its native part, whose own error says more than that of the package. */
const nativePart = 'kerberos/build/Release/kerberos.node';

const isKerberosModule = (loaded: unknown): loaded is KerberosModule =>
  typeof loaded === 'object' &&
  loaded !== null &&
  'initializeClient' in loaded &&
  typeof loaded.initializeClient === 'function' &&
  'GSS_MECH_OID_KRB5' in loaded;

const isOfSystemLibrary = /Opening library|libgssapi|libkrb5|libcom_err/;

const firstLine = (error: unknown): string => {
  if (error instanceof Error) return error.message.split('\n')[0] ?? '';
  throw error;
};

const unavailable = (words: string): LoadedKerberos => ({
  available: false,
  reason: isOfSystemLibrary.test(words) ? 'libraryMissing' : 'moduleMissing',
  words,
});

/** The package tries a second place and tells of that one alone; asked directly, the native part says why. */
const askNativePart = (load: Load, words: string): LoadedKerberos => {
  try {
    load(nativePart);
    return unavailable(words);
  } catch (error) {
    return unavailable(firstLine(error));
  }
};

/**
 * Loads the optional native part for Kerberos (GSSAPI, on Windows SSPI) when it is first needed. What is absent or
 * cannot be loaded is an answer, never an error.
 */
export const loadKerberos = (load: Load = createRequire(import.meta.url)): LoadedKerberos => {
  try {
    const loaded = load('kerberos');
    return isKerberosModule(loaded) ? { available: true, module: loaded } : unavailable('');
  } catch (error) {
    return askNativePart(load, firstLine(error));
  }
};
