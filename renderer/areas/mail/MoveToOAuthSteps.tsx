import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { unknownApplication } from '../../../electron/contract/mail/admitApplication.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { admittingLine } from './form/admittingLine.ts';
import type { MailForm } from './form/mailForm.ts';
import { type NeededPermission, neededPermission } from './form/neededPermission.ts';
import type { OAuthMove } from './form/oauthMoves.ts';
import { type ClientForm, flowOf, type SignInPlace } from './form/signIn/signInForm.ts';
import { signInOf } from './form/signInOf.ts';
import { isNamed } from './form/tokenClient.ts';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: '20px',
    overflowWrap: 'anywhere',
  },
  command: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const registering = (move: OAuthMove, client: ClientForm) => {
  if (isNamed(client)) return 'keep';
  return move === 'google' || move === 'outlookCom' ? move : 'organization';
};

/** What has to be allowed, and the line that lets the application into its mailbox; null: it was said before. */
type Permit = { needed: NeededPermission; line: string | null };

const permitsOf = (form: MailForm, places: readonly SignInPlace[]): Permit[] =>
  places.reduce<Permit[]>((said, place) => {
    const needed = neededPermission(form, place);
    if (needed === null || said.some((one) => one.needed.permission === needed.permission)) return said;
    const line = admittingLine(form, place);
    return [...said, { needed, line: said.some((one) => one.line === line) ? null : line }];
  }, []);

type MoveToOAuthStepsProps = {
  move: OAuthMove;
  /** As it will be. */
  form: MailForm;
  /** The sign-ins that change. */
  places: readonly SignInPlace[];
};

/** What has to be there before, who does it, and what happens then. */
export const MoveToOAuthSteps = ({ move, form, places }: MoveToOAuthStepsProps) => {
  const { t } = useTranslation('radar');
  const [first = 'authentication'] = places;
  const { client } = signInOf(form, first);
  const isApplication = flowOf(client) === 'clientCredentials';
  const looks = places.includes('arrival.authentication') ? ` ${t('move.prove.mailbox')}` : '';
  return (
    <ol className={useStyles().steps}>
      <li>{t(`move.register.${registering(move, client)}`)}</li>
      {permitsOf(form, places).map((permit) => (
        <li key={permit.needed.permission}>
          <PermissionStep {...permit} />
        </li>
      ))}
      <li>
        {t(isApplication ? 'move.prove.application' : 'move.prove.person')}
        {looks}
      </li>
    </ol>
  );
};

const PermissionStep = ({ needed, line }: Permit) => {
  const { t } = useTranslation(['mail', 'proof', 'radar']);
  const styles = useStyles();
  const { kind, permission, resource, further } = needed;
  return (
    <>
      {t(`permission.${kind}`, { permission, resource })}
      {further && line !== null && ` ${t(`permission.further.${further}`)}`}
      {further === 'mailboxes' && line !== null && (
        <>
          <span className={styles.command}>
            <code className={styles.code} dir="ltr">
              {line}
            </code>
            <CopyButton text={line} what={t('proof:finding.command')} />
          </span>
          {t('radar:move.objectId', { word: unknownApplication.objectId })}
        </>
      )}
    </>
  );
};
