import { Spinner } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Finding } from '../../../electron/contract/proof/finding.ts';
import { FindingCard } from '../proof/FindingCard.tsx';

/** Why the directory could not be asked who runs the program, as a proof says it: often that person can put it right. */
export const WindowsSignInObstacle = ({ finding }: { finding: Finding }) => (
  <Suspense fallback={<Spinner size="tiny" />}>
    <FindingCard finding={finding} />
  </Suspense>
);
