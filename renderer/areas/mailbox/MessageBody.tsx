import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { HeaderTable } from './HeaderTable.tsx';
import { HtmlFrame } from './HtmlFrame.tsx';
import { SourceView } from './SourceView.tsx';

const useStyles = makeStyles({
  panel: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowY: 'auto',
  },
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

const views = ['html', 'text', 'headers', 'source'] as const;
type View = (typeof views)[number];

const viewsOf = (message: Message): View[] =>
  views.filter((view) =>
    view === 'html' ? message.html !== null : view !== 'text' || message.text !== null,
  );

/** What the message says: HTML, plain text, headers or source, whichever it has and the person chose. */
export const MessageBody = ({ message }: { message: Message }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const offered = viewsOf(message);
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen && offered.includes(chosen) ? chosen : (offered[0] ?? 'headers');
  return (
    <>
      <TabList
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => setChosen(offered.find((name) => name === value) ?? null)}
        aria-label={t('reader.views')}
      >
        {offered.map((name) => (
          <Tab key={name} value={name} id={`message-tab-${name}`}>
            {t(`reader.view.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" tabIndex={0} aria-labelledby={`message-tab-${view}`} className={styles.panel}>
        {view === 'html' && message.html !== null && (
          <HtmlFrame html={message.html} pictures={message.pictures} />
        )}
        {view === 'text' && <pre className={styles.text}>{message.text}</pre>}
        {view === 'headers' && <HeaderTable headers={message.headers} />}
        {view === 'source' && <SourceView id={message.summary.id} />}
      </div>
    </>
  );
};
