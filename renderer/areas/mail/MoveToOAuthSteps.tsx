import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { unknownApplication } from '../../../electron/contract/mail/admitApplication.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { admittingLine } from './form/admittingLine.ts';
import type { MailForm } from './form/mailForm.ts';
import type { OAuthMove } from './form/moveToOAuth.ts';
import { type NeededPermission, neededPermission } from './form/neededPermission.ts';
import { type ClientForm, flowOf, type SignInPlace } from './form/signIn/signInForm.ts';
import { signInOf } from './form/signInOf.ts';

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

const isNamed = ({ clientId }: ClientForm): boolean =>
  clientId.source === 'environment' || clientId.value.trim() !== '';

const registering = (move: OAuthMove, client: ClientForm) => {
  if (isNamed(client)) return 'keep';
  return move === 'google' || move === 'outlookCom' ? move : 'organization';
};

type MoveToOAuthStepsProps = {
  move: OAuthMove;
  /** As it will be. */
  form: MailForm;
  /** The sign-in that is to be filled in. */
  place: SignInPlace;
};

/** What has to be there before, who does it, and what happens then. */
export const MoveToOAuthSteps = ({ move, form, place }: MoveToOAuthStepsProps) => {
  const { t } = useTranslation('radar');
  const { client } = signInOf(form, place);
  const needed = neededPermission(form, place);
  const isApplication = flowOf(client) === 'clientCredentials';
  return (
    <ol className={useStyles().steps}>
      <li>{t(`move.register.${registering(move, client)}`)}</li>
      {needed && (
        <li>
          <PermissionStep needed={needed} line={admittingLine(form, place)} />
        </li>
      )}
      <li>{t(isApplication ? 'move.prove.application' : 'move.prove.person')}</li>
    </ol>
  );
};

type PermissionStepProps = {
  needed: NeededPermission;
  /** Lets the application into the mailbox. */
  line: string;
};

const PermissionStep = ({ needed, line }: PermissionStepProps) => {
  const { t } = useTranslation(['mail', 'proof', 'radar']);
  const styles = useStyles();
  const { kind, permission, resource, further } = needed;
  return (
    <>
      {t(`permission.${kind}`, { permission, resource })}
      {further && ` ${t(`permission.further.${further}`)}`}
      {further === 'mailboxes' && (
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
