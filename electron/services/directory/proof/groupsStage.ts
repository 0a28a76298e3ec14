import type { Finding } from '../../../contract/proof/finding.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { readLinks } from '../reading/readLinks.ts';
import { type ReadToken, readToken } from '../reading/readObject.ts';
import { boundSession } from './boundSession.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { findPerson } from './findPerson.ts';
import { directGroups, nestedPaths } from './nestedPaths.ts';
import { readsForeignGroups } from './readsForeignGroups.ts';

/** A token holds 1,015 groups (KB 328889, 1,024 less those that Windows adds): beyond, Windows refuses the sign-in. */
const largestToken = 1_015;
const nearLimit = 900;
const shownPaths = 10;
const shownGroups = 50;

const judge = (groupCount: number, isReadable: boolean | null): Finding | null => {
  const parameters = { groupCount: String(groupCount) };
  if (groupCount > largestToken) return makeFinding('tokenTooLarge', parameters);
  if (groupCount > nearLimit) return makeFinding('tokenNearLimit', parameters);
  return isReadable === false ? makeFinding('windowsAuthorizationAccessMissing', {}) : null;
};

/** Throws StageFailure: directoryUserNotFound for a person who is gone since, and as `readToken` does. */
const demandToken = async (
  session: DirectorySession,
  { objectGuid, accountName }: FoundObject,
  signal: AbortSignal,
): Promise<ReadToken> => {
  const token = await readToken(session, objectGuid, signal);
  if (token === null) throw new StageFailure(makeFinding('directoryUserNotFound', { userName: accountName }));
  return token;
};

/** Reads the groups of a person, direct and nested ones, by one query (tokenGroups, MS-ADTS 3.1.1.4.5.19; U08, U10). */
export const runGroups: RunControllerStage = async (work, proof, controller) => {
  const { evidence, signal } = work;
  const session = await boundSession(work, proof, controller);
  const person = await findPerson(session, proof.proven, signal);
  evidence.fact('account', person.accountName);
  const { groupSids } = await demandToken(session, person, signal);
  evidence.fact('groupCount', groupSids.length);
  const links = await readLinks(session, { objectGuid: person.objectGuid, wanted: groupSids }, signal);
  const direct = directGroups(links).slice(0, shownGroups);
  if (direct.length > 0) evidence.fact('directGroups', direct);
  const paths = nestedPaths(links, shownPaths);
  if (paths.length > 0) evidence.fact('nestedPaths', paths);
  const asked = { person, isReader: proof.proven.testUser === null };
  const isReadable = await readsForeignGroups(session, asked, signal);
  if (isReadable !== null) evidence.fact('tokenGroupsReadable', isReadable);
  return judge(groupSids.length, isReadable);
};
