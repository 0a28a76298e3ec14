import { Spinner, Text } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeResult as Result } from '../../../electron/contract/notices/notice.ts';
import { ServerWords } from '../../controls/ServerWords.tsx';
import { FindingCard } from '../proof/FindingCard.tsx';
import { useUnusableProfileText } from './useUnusableProfileText.ts';

/** How the last attempt to send ended, with what the server said. */
export const NoticeResult = ({ result }: { result: Result }) => {
  const { t } = useTranslation('notices');
  const unusableText = useUnusableProfileText();
  switch (result.outcome) {
    case 'refused':
      return (
        <Suspense fallback={<Spinner size="tiny" />}>
          <FindingCard finding={result.finding} />
          {result.reply && <ServerWords replies={[result.reply]} />}
        </Suspense>
      );
    case 'accepted':
      return (
        <>
          <Text>{t(`results.accepted.${result.by}`)}</Text>
          {result.reply && <ServerWords replies={[result.reply]} />}
        </>
      );
    case 'notPossible':
      return <Text>{unusableText(result.failure)}</Text>;
    default:
      return <Text>{t(`results.${result.outcome}`)}</Text>;
  }
};
