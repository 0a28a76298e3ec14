import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ServerReply } from '../../electron/contract/proof/evidence.ts';
import { CopyButton } from './CopyButton.tsx';

const useStyles = makeStyles({
  reply: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  words: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    maxHeight: '160px',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  command: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** A reply as it came over the wire: code, enhanced code, text. */
export const replyText = ({ code, enhanced, text }: ServerReply): string =>
  [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ');

/** What the server said, in its own words; the last reply, which decided, comes first. */
export const ServerWords = ({ replies }: { replies: readonly ServerReply[] }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  return replies.toReversed().map((reply, index) => (
    <div key={index} className={styles.reply}>
      <blockquote className={styles.words} lang="" dir="auto" tabIndex={0}>
        {reply.command && <span className={styles.command}>{reply.command}</span>}
        {replyText(reply)}
      </blockquote>
      <CopyButton text={replyText(reply)} what={t('evidence.reply')} />
    </div>
  ));
};
