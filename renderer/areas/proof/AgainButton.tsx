import { Button, Tooltip } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useTranslation } from 'react-i18next';
import { hasRun } from './LineRow.tsx';
import type { StageChoice } from './stageChoice.ts';
import type { LineName, StageStatus } from './stageState.ts';

type AgainButtonProps = Pick<StageChoice, 'run' | 'again'> & {
  /** What is run again: a line, or with no controller a whole stage. */
  line: LineName;
  status: StageStatus;
  /** As it is called where nothing stands around it. */
  name: string;
};

/** Runs one line of a proof again; nothing where that cannot be. While it runs it stays, and keeps the focus. */
export const AgainButton = ({ run, again, line, status, name }: AgainButtonProps) => {
  const { t } = useTranslation('proof');
  const runsAgain = status === 'running' && run.outcome !== null;
  if (!again || !(hasRun(status) || runsAgain)) return null;
  const label = t('lines.again', { name });
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowClockwise16Regular />}
        disabledFocusable={!again.allowed}
        onClick={() => again.run(line)}
      />
    </Tooltip>
  );
};
