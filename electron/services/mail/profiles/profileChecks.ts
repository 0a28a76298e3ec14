import { fail, type FieldIssue } from '../../../contract/failures.ts';
import { hiddenCharacters } from '../../../contract/hiddenCharacters.ts';
import { wrongApplicationIds } from '../../../contract/mail/applicationIds.ts';
import { impossibilities } from '../../../contract/mail/impossibilities.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import { wrongMailboxes } from '../../../contract/mail/tokenMailboxes.ts';
import type { Settings, StoredProfile } from '../../../stores/settings/settingsSchema.ts';
import { certificateBlocks } from '../../oauth/applicationCertificate.ts';
import { trustIssues } from '../../trust/trustIssues.ts';
import { type SignInPlace, signInPlaces } from './signInPlace.ts';

const maximumProfiles = 1_000;

const issue = (
  code: string,
  path: FieldIssue['path'],
  parameters: FieldIssue['parameters'] = {},
): FieldIssue => ({ path, code, parameters });

const sameName = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;

const nameIssues = (others: readonly StoredProfile[], name: string): FieldIssue[] => {
  const taken = others
    .flatMap(({ active, draft }) => [active, draft])
    .some((values) => values !== null && sameName(values.name, name));
  return taken ? [issue('nameTaken', ['name'])] : [];
};

const clientIssues = ({ signIn, path }: SignInPlace<unknown>): FieldIssue[] => {
  if (signIn.mode !== 'oauth2') return [];
  const { proof } = signIn.client;
  if (proof.kind !== 'certificate' || certificateBlocks(proof.certificate) !== null) return [];
  return [issue('certificate', [...path, 'client', 'proof', 'certificate'])];
};

const certificateIssues = (values: ProfileWrite): FieldIssue[] => {
  switch (values.kind) {
    case 'smtp':
      return [
        ...trustIssues(values.trust, ['trust']),
        ...trustIssues(values.arrival?.trust, ['arrival', 'trust']),
      ];
    case 'microsoft365':
    case 'exchange':
      return trustIssues(values.trust, ['trust']);
    default:
      return [];
  }
};

const valueIssues = (values: ProfileWrite): FieldIssue[] => [
  ...hiddenCharacters(values),
  ...certificateIssues(values),
  ...signInPlaces(values).flatMap(clientIssues),
  ...wrongApplicationIds(values),
  ...wrongMailboxes(values),
  ...impossibilities(values),
];

/** INVALID_INPUT when values that fit the schema still cannot be proven: their certificate, application or mailbox is none, or they cannot work. */
export const checkValues = (values: ProfileWrite): void => {
  const issues = valueIssues(values);
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};

/** INVALID_INPUT when values cannot be saved: the name is taken, there are too many, or they cannot be proven. */
export const checkSaving = (settings: Settings, id: string | null, values: ProfileWrite): void => {
  const others = settings.mail.profiles.filter((profile) => profile.id !== id);
  const issues = [...nameIssues(others, values.name), ...valueIssues(values)];
  if (others.length >= maximumProfiles) issues.push(issue('tooManyProfiles', [], { limit: maximumProfiles }));
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};
