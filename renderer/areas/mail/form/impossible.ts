import type { FieldIssue } from '../../../../electron/contract/failures.ts';
import { wrongApplicationIds } from '../../../../electron/contract/mail/applicationIds.ts';
import { impossibilities } from '../../../../electron/contract/mail/impossibilities.ts';
import type { ProfileValues } from '../../../../electron/contract/mail/mapSecrets.ts';
import { defaultTimeoutMs } from '../../../../electron/contract/mail/profile.ts';
import { wrongMailboxes } from '../../../../electron/contract/mail/tokenMailboxes.ts';
import { fieldOfPath } from './fieldOfPath.ts';
import type { ArrivalForm, MailForm } from './mailForm.ts';
import { signInFromForm, tokenSignInFromForm } from './signIn/signInFromForm.ts';
import { modeOf } from './signInOf.ts';

/** What no impossibility rests on, so that a form which is not complete yet can be judged. */
const whatever = {
  name: '',
  from: { address: '', displayName: '' },
  testRecipient: null,
  trust: { mode: 'system' },
  port: 587,
  timeoutMs: defaultTimeoutMs,
  clientName: null,
  maxConnections: null,
} as const;

type SmtpValues = Extract<ProfileValues<unknown>, { kind: 'smtp' }>;

const arrivalOf = ({ protocol, host, encryption, authentication }: ArrivalForm): SmtpValues['arrival'] => {
  const { trust, port } = whatever;
  const signIn = signInFromForm(authentication);
  if (protocol === 'none' || signIn.mode === 'none') return null;
  return { protocol, host, encryption, trust, port, authentication: signIn };
};

/** What has been chosen so far, as values; null: nothing in it can be impossible. */
const chosenIn = (form: MailForm): ProfileValues<unknown> | null => {
  const { port, clientName, maxConnections, ...shared } = whatever;
  const signIn = signInFromForm({ ...form.authentication, mode: modeOf(form, 'authentication') });
  switch (form.kind) {
    case 'smtp':
      return {
        ...{ kind: form.kind, ...shared, port, clientName, maxConnections },
        ...{ host: form.host, encryption: form.encryption },
        authentication: signIn,
        arrival: arrivalOf(form.arrival),
      };
    case 'microsoft365':
      return {
        ...{ kind: form.kind, ...shared },
        authentication: tokenSignInFromForm('microsoft', form.authentication),
      };
    case 'exchange': {
      const { kind, url, exchangeVersion } = form;
      return signIn.mode === 'none'
        ? null
        : { ...{ kind, ...shared, url, exchangeVersion }, authentication: signIn };
    }
    default:
      return null;
  }
};

/** What cannot work in the form, whatever is typed elsewhere, and IDs and mailboxes that are none, at its fields (REQUIREMENTS A13). */
export const impossible = (form: MailForm): FieldIssue[] => {
  const values = chosenIn(form);
  return values === null
    ? []
    : [...wrongApplicationIds(values), ...wrongMailboxes(values), ...impossibilities(values)].map(
        (issue) => ({
          ...issue,
          path: fieldOfPath(form, issue.path.join('.')).split('.'),
        }),
      );
};
