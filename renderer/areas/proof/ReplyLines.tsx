import { makeStyles, tokens } from '@fluentui/react-components';
import type { ServerReply } from '../../../electron/contract/proof/evidence.ts';
import { replyText } from '../../controls/ServerWords.tsx';

const useStyles = makeStyles({
  words: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    margin: 0,
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

/** A reply at a glance: three lines at most. The whole of it stands in the evidence. */
export const ReplyLines = ({ reply }: { reply: ServerReply }) => (
  <blockquote className={useStyles().words} lang="" dir="auto">
    {replyText(reply)}
  </blockquote>
);
