import type { ProofLimit, ProveInput } from '../../contract/mail/mail.contract.ts';
import type { Invocation } from './command.ts';
import type { InProcessClient } from './inProcessClient.ts';
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

/** The input of `mail.proveProfile` for the stored profile or the draft, sent to `--to` if that is given. */
export const proofRequest = async (
  client: InProcessClient,
  subject: ProofSubject,
  until: ProofLimit,
  { options, language }: Invocation,
): Promise<ProveInput> => ({
  ...(await valuesOf(client, subject)),
  recipient: options.get('to') ?? null,
  until,
  language,
});
