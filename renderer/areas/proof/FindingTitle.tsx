import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';

/** What a finding is called. The texts of all findings are many, so they are loaded when one is first shown. */
export const FindingTitle = ({ code }: { code: string }) => (
  <Suspense fallback={code}>
    <Title code={code} />
  </Suspense>
);

const Title = ({ code }: { code: string }) => useTranslation('findings').t(`${code}.title`);
