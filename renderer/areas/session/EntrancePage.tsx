import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { FormModeContext } from '../../controls/formMode.ts';
import { LanguageMenu } from '../../shell/LanguageMenu.tsx';
import { ProgramWatch } from '../../shell/ProgramWatch.tsx';

const useStyles = makeStyles({
  page: { minHeight: '100%', backgroundColor: tokens.colorNeutralBackground3 },
  bar: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalM,
  },
  main: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    maxWidth: '440px',
    marginInline: 'auto',
    marginBlock: tokens.spacingVerticalXXXL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 500px), (max-height: 480px)': {
      marginBlock: 0,
      padding: tokens.spacingHorizontalL,
    },
  },
  form: { display: 'grid', gap: tokens.spacingVerticalM },
});

type EntrancePageProps = {
  title: string;
  /** What is said above the fields. */
  children?: ReactNode;
  fields: ReactNode;
  /** Buttons and links below the fields. */
  actions: ReactNode;
  isBusy: boolean;
  failure: unknown;
  /** What to do about it, where that is known better than from the failure alone. */
  advice?: ReactNode;
  onSubmit: () => unknown;
};

/** A page outside the console: one form in the middle, the language above it. */
export const EntrancePage = (props: EntrancePageProps) => {
  const { title, children, fields, actions, isBusy, failure, advice, onSubmit } = props;
  const { t } = useTranslation();
  const styles = useStyles();
  /** What the last attempt ended with is no answer to the next one, which may end at a field before it is made. */
  const [past, setPast] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setPast(failure);
    void onSubmit();
  };
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Text size={400} weight="semibold">
          {t('product')}
        </Text>
        <LanguageMenu />
      </header>
      <ProgramWatch />
      <main className={styles.main}>
        <Title3 as="h1">{title}</Title3>
        {children}
        <FailureBar error={failure === past ? null : failure} advice={advice} />
        <form className={styles.form} onSubmit={submit} noValidate>
          <FormModeContext value={isBusy ? 'busy' : 'edit'}>{fields}</FormModeContext>
          {actions}
        </form>
      </main>
    </div>
  );
};
