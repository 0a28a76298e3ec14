import { Spinner } from '@fluentui/react-components';
import { Suspense } from 'react';
import { asFailure } from '../../texts/asFailure.ts';
import { FindingCard } from '../proof/FindingCard.tsx';

/** Why the directory could not be asked who runs the program, as a proof says it: often that person can put it right. */
export const WindowsSignInObstacle = ({ error }: { error: unknown }) => {
  const failure = error ? asFailure(error) : null;
  if (failure?.code !== 'DIRECTORY_UNREACHABLE') return null;
  return (
    <Suspense fallback={<Spinner size="tiny" />}>
      <FindingCard finding={failure.data.finding} />
    </Suspense>
  );
};
