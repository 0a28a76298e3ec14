import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Announcement } from '../../controls/Announcement.tsx';
import { BrowserSignIn } from './BrowserSignIn.tsx';
import { DeviceCode } from './DeviceCode.tsx';
import type { ProofRun } from './proofRun.ts';

const useStyles = makeStyles({
  bar: { marginBlockEnd: tokens.spacingVerticalS },
  body: { display: 'grid', gap: tokens.spacingVerticalS, paddingBlockEnd: tokens.spacingVerticalS },
});

/** What the proof waits for somebody to do now; nothing while it waits for nobody. */
export const PersonBar = ({ person }: { person: ProofRun['person'] }) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const request = person?.request;
  const spoken =
    request?.way === 'deviceCode' ? t('person.deviceCode.spoken', { code: request.userCode }) : '';
  return (
    <>
      <Announcement text={request?.way === 'browser' ? t('person.browser.title') : spoken} />
      {request && (
        <MessageBar className={styles.bar} intent="info" layout="multiline" role="group">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t(`person.${request.way}.title`)}</MessageBarTitle>
            {request.way === 'browser' ? (
              <BrowserSignIn url={request.url} />
            ) : (
              <DeviceCode url={request.url} code={request.userCode} expiresAt={request.expiresAt} />
            )}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
};
