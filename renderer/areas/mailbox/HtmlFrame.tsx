import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { messageDocument } from './messageDocument.ts';

const useStyles = makeStyles({
  frame: {
    flexGrow: 1,
    minHeight: '240px',
    width: '100%',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type HtmlFrameProps = { html: string; pictures: Message['pictures'] };

/** The HTML of a message in a frame without scripts, without remote content and without working links. */
export const HtmlFrame = ({ html, pictures }: HtmlFrameProps) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const { source, remotePictures } = useMemo(() => messageDocument(html, pictures), [html, pictures]);
  return (
    <>
      {remotePictures > 0 && (
        <MessageBar>
          <MessageBarBody>{t('reader.remotePictures', { count: remotePictures })}</MessageBarBody>
        </MessageBar>
      )}
      <iframe className={styles.frame} title={t('reader.htmlFrame')} sandbox="" srcDoc={source} />
    </>
  );
};
