import { fail } from '../contract/failures.ts';
import type { DirectoryInUse } from './directoryPeople.ts';

const refuse = async (): Promise<never> => {
  throw fail('NOT_FOUND', {});
};

/** For a program that knows no directory: nobody is of one, and nothing is asked. */
export const noDirectory: DirectoryInUse = {
  rules: async () => null,
  windowsUser: async () => null,
  reader: {
    findDomain: refuse,
    listDomains: refuse,
    searchObjects: refuse,
    readObject: refuse,
    readToken: refuse,
    readLinks: refuse,
    readMembers: refuse,
    signIn: refuse,
    signInAsOwnIdentity: refuse,
  },
};
