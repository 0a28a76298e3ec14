import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TranscriptLine } from '../../../electron/contract/proof/proof.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';

const useStyles = makeStyles({
  frame: { display: 'flex', alignItems: 'start' },
  lines: {
    flexGrow: 1,
    minWidth: 0,
    maxHeight: '320px',
    margin: 0,
    padding: tokens.spacingHorizontalS,
    overflow: 'auto',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    overflowWrap: 'anywhere',
  },
  note: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
});

const arrows = { client: '→', server: '←', note: '·' } as const;

/** The dialogue as text, one line a line: `12 ms ← 220 …`. */
export const transcriptText = (lines: readonly TranscriptLine[]): string =>
  lines.map(({ atMs, direction, text }) => `${Math.round(atMs)} ms ${arrows[direction]} ${text}`).join('\n');

/** What was said between client and server, secrets masked. */
export const Transcript = ({ lines }: { lines: readonly TranscriptLine[] }) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <ol className={styles.lines} tabIndex={0} aria-label={t('evidence.dialogue')}>
        {lines.map(({ atMs, direction, text }, index) => (
          <li key={index} className={mergeClasses(direction === 'note' && styles.note)}>
            {Math.round(atMs)} ms <span title={t(`directions.${direction}`)}>{arrows[direction]}</span> {text}
          </li>
        ))}
      </ol>
      <CopyButton text={transcriptText(lines)} what={t('evidence.dialogue')} />
    </div>
  );
};
