import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { unknownApplication } from '../../../electron/contract/mail/admitApplication.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import type { MailForm } from './form/mailForm.ts';
import { type Permit, permitsOf, registrationOf, whoSignsIn } from './form/moveSteps.ts';
import type { Moved } from './form/moveToOAuth.ts';
import type { OAuthMove } from './form/oauthMoves.ts';

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
  /** As it is. */
  before: MailForm;
  moved: Moved;
};

/** What has to be there before, who does it, and what happens then. */
export const MoveToOAuthSteps = ({ move, before, moved }: MoveToOAuthStepsProps) => {
  const { t } = useTranslation('radar');
  const { registration, needsProof, isTwice } = registrationOf(before, moved, move);
  const looks = moved.places.includes('arrival.authentication');
  return (
    <ol className={useStyles().steps}>
      <li>
        {t(`move.register.${registration}`)}
        {needsProof && ` ${t('move.register.credential')}`}
        {isTwice && ` ${t('move.register.twice')}`}
      </li>
      {permitsOf(moved).map((permit) => (
        <li key={permit.needed.permission}>
          <PermissionStep {...permit} />
        </li>
      ))}
      <li>
        {t(`move.prove.${whoSignsIn(moved)}`)}
        {looks && ` ${t('move.prove.mailbox')}`}
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
      {further && further !== 'mailboxes' && ` ${t(`permission.further.${further}`)}`}
      {further === 'mailboxes' && line !== null && (
        <>
          {` ${t('radar:move.admit')}`}
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
