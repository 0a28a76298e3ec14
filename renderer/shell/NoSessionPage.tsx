import { Button, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../controls/FailureBar.tsx';
import { asFailure } from '../texts/asFailure.ts';

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

type NoSessionPageProps = {
  /** Why nobody knows who is signed in; null: nobody can be. */
  error: unknown;
  onTryAgain: () => void;
};

/** How to get in where nobody can sign in: the link of the start, or waiting for the program. */
export const NoSessionPage = ({ error, onTryAgain }: NoSessionPageProps) => {
  const { t } = useTranslation();
  const isShut = error === null || asFailure(error).code === 'NOT_SIGNED_IN';
  return (
    <main className={useStyles().page}>
      <Title2 as="h1">{t('product')}</Title2>
      {isShut ? <Text>{t('session.useLink')}</Text> : <FailureBar error={error} />}
      <Button onClick={onTryAgain}>{t('session.tryAgain')}</Button>
    </main>
  );
};
