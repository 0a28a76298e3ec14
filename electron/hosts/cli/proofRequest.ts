import type { ProveInput } from '../../contract/mail/mail.contract.ts';
import type { ProfileWrite } from '../../contract/mail/profile.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import { keepSecrets } from './keepSecrets.ts';
import type { ProofSubject } from './proofSubject.ts';
import { UsageError } from './usageError.ts';

type Values = Pick<ProveInput, 'id' | 'values'>;

const findId = async (client: InProcessClient, name: string): Promise<string | null> => {
  const { profiles } = await client.mail.listProfiles();
  return profiles.find((profile) => profile.name === name)?.id ?? null;
};

/** The values in force, or those of the draft when there is nothing else. */
const storedValues = async (
  client: InProcessClient,
  name: string,
): Promise<Values & Pick<ProveInput, 'keepFrom'>> => {
  const id = await findId(client, name);
  if (id === null) throw new UsageError('noSuchProfile', { name });
  const { profile } = await client.mail.getProfile({ id });
  const values = profile.values ?? profile.draft;
  if (values === null) throw new UsageError('noSuchProfile', { name });
  return { id, values: keepSecrets(values), keepFrom: profile.values ? 'active' : 'draft' };
};

const valuesOf = async (client: InProcessClient, subject: ProofSubject): Promise<Values> => {
  if ('profile' in subject) return storedValues(client, subject.profile);
  const { values, usesVault } = subject.draft;
  return { id: usesVault ? await findId(client, values.name) : null, values };
};

const refuseWithoutMailbox = (values: ProfileWrite, subject: ProofSubject): void => {
  if (values.kind === 'smtp' && values.arrival !== null) return;
  throw new UsageError('profile' in subject ? 'noArrivalInProfile' : 'noArrivalInDraft');
};

/** The input of `mail.proveProfile` for the stored profile or the draft. Throws UsageError for what cannot be. */
export const proofRequest = async (
  client: InProcessClient,
  subject: ProofSubject,
  rest: Pick<ProveInput, 'recipient' | 'until' | 'language'>,
): Promise<ProveInput> => {
  const values = await valuesOf(client, subject);
  if (rest.until === 'arrive') refuseWithoutMailbox(values.values, subject);
  return { ...values, ...rest };
};
