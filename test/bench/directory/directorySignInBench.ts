import { DirectoryReaders, labValues } from '../../integration/directory/directoryReaders.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';
import { BareConnection } from './bareConnection.ts';
import { inTurn } from '../inTurn.ts';
import { runMeasured } from './measuredProcess.ts';

/** Signing in one person, each way on a connection of its own over LDAPS. */
export type DirectorySignInFigures = {
  way: string;
  medianMs: number;
  /** Divided by a bind in Node that does nothing else. */
  ratio: number;
};

const { signal } = new AbortController();

/** Binds and asks who that is: Samba has no answer to that, but what counts is done then. */
const askLdapwhoami = async ({
  controllers: [{ address }],
  authority,
  users: { alice },
}: DirectoryLab): Promise<void> => {
  const script = 'ldapwhoami -x -H "$0" -D "$1" -w "$2" 2>/dev/null; test $? -le 2';
  await runMeasured({
    program: 'sh',
    parameters: ['-c', script, `ldaps://${address}`, alice.userPrincipalName, alice.password],
    environment: { LDAPTLS_CACERT: authority.path, LDAPCONF: '/dev/null' },
  });
};

/** Measures each way `rounds` times in turn. */
export const measureDirectorySignIn = async (
  lab: DirectoryLab,
  rounds = 15,
): Promise<DirectorySignInFigures[]> => {
  const readers = new DirectoryReaders();
  const directory = labValues(lab);
  const { reader, opening } = readers.open(directory);
  const { userPrincipalName: name, password } = lab.users.alice;
  try {
    const times = await inTurn(rounds, {
      'the whole sign-in: controller, bind, person, groups': () => reader.signIn({ name, password }, signal),
      'our bind: controller found in DNS, rootDSE, bind': async () => {
        const identity = { mode: 'password', userName: name, password, source: 'typed' } as const;
        const opened = await opening.openController({ ...directory, identity }, signal);
        opened.close();
      },
      'ldapwhoami, a whole process': () => askLdapwhoami(lab),
      'a bind in Node alone': async () => {
        const connection = await BareConnection.open(lab);
        await connection.bind(name, password);
        connection.close();
      },
    });
    const floor = times['a bind in Node alone'];
    return Object.entries(times).map(([way, medianMs]) => ({ way, medianMs, ratio: medianMs / floor }));
  } finally {
    readers.close();
  }
};
