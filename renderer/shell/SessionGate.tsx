import { Button, makeStyles, Spinner, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../controls/FailureBar.tsx';
import { asFailure } from '../texts/asFailure.ts';
import { useSession } from './useSession.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    alignContent: 'center',
    maxWidth: '560px',
    minHeight: '100%',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXL,
  },
});

/** Shows the console to somebody who is signed in; to everybody else, how to get in. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const { error, data, refetch } = useSession();
  if (!error) return data ? children : <Spinner label={t('session.opening')} className={styles.page} />;
  return (
    <main className={styles.page}>
      <Title2 as="h1">{t('product')}</Title2>
      {asFailure(error).code === 'NOT_SIGNED_IN' ? (
        <Text>{t('session.useLink')}</Text>
      ) : (
        <FailureBar error={error} />
      )}
      <Button onClick={() => void refetch()}>{t('session.tryAgain')}</Button>
    </main>
  );
};
