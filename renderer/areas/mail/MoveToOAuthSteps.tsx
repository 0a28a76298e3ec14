import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { unknownApplication } from '../../../electron/contract/mail/admitApplication.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import type { MailForm } from './form/mailForm.ts';
import { type Permit, permitsOf, registrationOf, whoSignsIn } from './form/moveSteps.ts';
import type { OAuthMove } from './form/oauthMoves.ts';
import type { SignInPlace } from './form/signIn/signInForm.ts';
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
  const looks = places.includes('arrival.authentication') ? ` ${t('move.prove.mailbox')}` : '';
  return (
    <ol className={useStyles().steps}>
      <li>{t(`move.register.${registrationOf(move, client)}`)}</li>
      {permitsOf(form, places).map((permit) => (
        <li key={permit.needed.permission}>
          <PermissionStep {...permit} />
        </li>
      ))}
      <li>
        {t(`move.prove.${whoSignsIn(form, places)}`)}
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
