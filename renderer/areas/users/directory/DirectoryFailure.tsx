import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { RefusalBar } from '../../../controls/RefusalBar.tsx';
import { asFailure } from '../../../texts/asFailure.ts';
import { ReadingObstacle } from './ReadingObstacle.tsx';

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What a question to the directory ended with: where it could not be asked, why, what to do, and who must do it. */
export const DirectoryFailure = ({ error }: { error: unknown }) => {
  const styles = useStyles();
  if (!error) return null;
  const failure = asFailure(error);
  if (failure.code !== 'DIRECTORY_UNREACHABLE') return <RefusalBar error={error} />;
  return (
    <div className={styles.card} role="alert">
      <Suspense fallback={<Spinner size="tiny" />}>
        <ReadingObstacle finding={failure.data.finding} />
      </Suspense>
    </div>
  );
};
