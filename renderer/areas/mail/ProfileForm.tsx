import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../controls/ErrorSummary.tsx';
import { ProfileFields } from './ProfileFields.tsx';
import type { ProfileSource } from './profileSource.ts';
import { useFieldOfPath } from './useFieldOfPath.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  messages: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    ':not(:empty)': { paddingBlockEnd: tokens.spacingVerticalS },
  },
  fields: { flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingInlineEnd: tokens.spacingHorizontalXS },
});

type ProfileFormProps = {
  source: ProfileSource;
  header: ReactNode;
  /** What to know before filling it in. */
  advice: ReactNode;
  footer: ReactNode;
  onSubmit: () => void;
};

/** The fields of a profile, scrolling between what stays in view above and below them. */
export const ProfileForm = ({ source, header, advice, footer, onSubmit }: ProfileFormProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const fieldOf = useFieldOfPath();
  return (
    <form
      className={styles.pane}
      aria-label={t('valuesOf', { name: source.details?.summary.name ?? t('newProfile') })}
      noValidate
      autoComplete="off"
      data-pane
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {header}
      <div className={styles.fields}>
        <div className={styles.messages}>
          {advice}
          <ErrorSummary fieldOf={fieldOf} />
        </div>
        <ProfileFields kind={source.form.kind} />
      </div>
      {footer}
    </form>
  );
};
