import { describe, expect, it } from 'vitest';
import { type Load, loadKerberos } from '../../../../electron/protocols/kerberos/loadKerberos.ts';

const notFound = (what: string): Error =>
  Object.assign(new Error(`Cannot find module '${what}'\nRequire stack:\n- /opt/somebody/program.js`), {
    code: 'MODULE_NOT_FOUND',
  });

const failing =
  (errors: Record<string, Error>): Load =>
  (name) => {
    throw errors[name] ?? notFound(name);
  };

describe('the optional native part for Kerberos', () => {
  it('is given when it is there', () => {
    const module = { GSS_MECH_OID_KRB5: 9, initializeClient: () => Promise.reject(new Error('unused')) };
    expect(loadKerberos(() => module)).toEqual({ available: true, module });
  });

  it('is missing when the package is', () => {
    const answer = loadKerberos(failing({}));
    expect(answer).toMatchObject({ available: false, reason: 'moduleMissing' });
    expect(answer).not.toHaveProperty('words', expect.stringContaining('somebody'));
  });

  const elsewhere = notFound('../build/Debug/kerberos.node');
  it.each([
    ['it was not built', notFound('kerberos/build/Release/kerberos.node'), 'moduleMissing'],
    [
      'the libraries of the system are not there',
      new Error('Opening library libgssapi_krb5.so.2 failed: cannot open shared object file'),
      'libraryMissing',
    ],
    [
      'the libraries of the system are not there on a Mac',
      new Error('dlopen(kerberos.node): Library not loaded: @rpath/libkrb5.3.3.dylib'),
      'libraryMissing',
    ],
    [
      'it is for another system',
      new Error('The module was compiled against a different Node.js version using NODE_MODULE_VERSION 93.'),
      'moduleMissing',
    ],
    ['it is for another processor', new Error('kerberos.node: wrong ELF class: ELFCLASS32'), 'moduleMissing'],
  ])('tells that %s', (_case, error, reason) => {
    const load = failing({ kerberos: elsewhere, 'kerberos/build/Release/kerberos.node': error });
    expect(loadKerberos(load)).toEqual({ available: false, reason, words: error.message.split('\n')[0] });
  });

  it('is missing when something else has its name', () => {
    expect(loadKerberos(() => ({}))).toMatchObject({ available: false, reason: 'moduleMissing' });
    expect(loadKerberos(() => null)).toMatchObject({ available: false, reason: 'moduleMissing' });
  });
});
