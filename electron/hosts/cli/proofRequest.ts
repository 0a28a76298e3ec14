import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProofLimit, ProveInput } from '../../contract/mail/mail.contract.ts';
import { proofLimitSchema } from '../../contract/mail/mail.contract.ts';
import { fromDraftFile } from '../../services/mail/draftFile.ts';
import type { Invocation } from './command.ts';
import type { InProcessClient } from './inProcessClient.ts';
import { keepSecrets } from './keepSecrets.ts';
import { readGivenText } from './readGivenText.ts';
import { UsageError } from './usageError.ts';

type Subject = Pick<ProveInput, 'id' | 'values'>;

const findId = async (client: InProcessClient, name: string): Promise<string | null> => {
  const { profiles } = await client.mail.listProfiles();
  return profiles.find((profile) => profile.name === name)?.id ?? null;
};

/** The values in force, or those of the draft when there is nothing else. */
const storedSubject = async (client: InProcessClient, name: string): Promise<Subject> => {
  const id = await findId(client, name);
  if (id === null) throw new UsageError('noSuchProfile', { name });
  const { profile } = await client.mail.getProfile({ id });
  const values = profile.values ?? profile.draft;
  if (values === null) throw new UsageError('noSuchProfile', { name });
  return { id, values: keepSecrets(values) };
};

/** A path in the draft is relative to the draft. */
const draftSubject = async (
  client: InProcessClient,
  file: string,
  invocation: Invocation,
): Promise<Subject> => {
  const folder = file === '-' ? process.cwd() : path.dirname(path.resolve(file));
  const text = await readGivenText(file, invocation.terminal);
  const { values, usesVault } = await fromDraftFile(text, (name) => readFile(path.resolve(folder, name)));
  return { id: usesVault ? await findId(client, values.name) : null, values };
};

const subjectOf = async (client: InProcessClient, invocation: Invocation): Promise<Subject> => {
  const profile = invocation.options.get('profile');
  const draft = invocation.options.get('draft');
  if (profile !== undefined && draft === undefined) return storedSubject(client, profile);
  if (draft !== undefined && profile === undefined) return draftSubject(client, draft, invocation);
  throw new UsageError('needsProfileOrDraft');
};

/** What is proven: the stored profile or the draft that the options name, to the given recipient. */
export const proofRequest = async (
  client: InProcessClient,
  invocation: Invocation,
  until: ProofLimit,
): Promise<ProveInput> => ({
  ...(await subjectOf(client, invocation)),
  recipient: invocation.options.get('to') ?? null,
  until,
  language: invocation.language,
});

/** How far `--until` lets a proof go; `deliver` when it is not given. */
export const proofLimit = ({ options }: Invocation): ProofLimit =>
  proofLimitSchema.parse(options.get('until') ?? 'deliver');
