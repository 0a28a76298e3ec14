import { Body1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { ExplainAnswer } from './ExplainAnswer.tsx';
import { ExplainForm } from './ExplainForm.tsx';
import { NotKnown } from './NotKnown.tsx';
import { useExplanation } from './useExplanation.ts';

const narrow = '@media (max-width: 900px)';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  panes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Paste an error from any log or program: the same cause, remedy and who must act as a proof gives (N15). */
export const ExplainPage = () => {
  const { t } = useTranslation('knowledge');
  const styles = useStyles();
  const { mutate, data, error, isPending } = useExplanation();
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('title')}</Title3>
      <Body1>{t('introduction')}</Body1>
      <div className={styles.panes}>
        <section data-pane tabIndex={-1} className={styles.pane} aria-label={t('form.label')}>
          <ExplainForm isBusy={isPending} onExplain={mutate} />
        </section>
        <section
          data-pane
          tabIndex={-1}
          className={styles.pane}
          aria-label={t('answer.label')}
          aria-live="polite"
        >
          <FailureBar error={error} />
          {!data && !error && <Body1 className={styles.hint}>{t('answer.nothingYet')}</Body1>}
          {data?.explanation && <ExplainAnswer explanation={data.explanation} />}
          {data?.explanation === null && <NotKnown />}
        </section>
      </div>
    </div>
  );
};
