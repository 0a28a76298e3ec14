import { startDirectoryLab } from '../lab/directory/directoryLab.ts';
import { measureDirectorySignIn } from './directory/directorySignInBench.ts';
import { measureMembership } from './directory/membershipBench.ts';
import { measureReadiness } from './directory/readinessBench.ts';
import { measureSearch } from './directory/searchBench.ts';

/** One table of figures; `meaning`: what the floor is, and what the ratio tells. */
type RunBench = (
  name: string,
  meaning: string,
  measure: () => Promise<Readonly<Record<string, string | number>>[]>,
) => Promise<void>;

/** Measures what the program asks a directory, on one real controller with 12,000 users. Needs the lab's Samba. */
export const measureDirectory = async (run: RunBench): Promise<void> => {
  const lab = await startDirectoryLab({ large: true });
  try {
    await run(
      'searching a directory',
      'Floor: ldapsearch on the same controller, same filter, attributes and pages, to /dev/null; aim: ratio 1.2 at most. What the second half of the objects leaves in memory beside the first: nothing.',
      () => measureSearch(lab),
    );
    await run(
      'nested membership',
      'Floor of what is naive: each group read by itself. On loopback a request costs the controller only; over a network each costs its round trip, too.',
      () => measureMembership(lab),
    );
    await run(
      'readiness of one controller',
      'Floor: each connection, handshake, bind, search, ping and DNS question as often as the proof made them, bare, one after the other. Stages that need nothing of each other run at once.',
      () => measureReadiness(lab),
    );
    await run(
      'signing in with Active Directory',
      'Floor: TLS and one bind in Node, bytes unread. The whole sign-in besides asks DNS, judges the certificate, and reads the person with all groups.',
      () => measureDirectorySignIn(lab),
    );
  } finally {
    await lab.stop();
  }
};
