import { useTranslation } from 'react-i18next';
import { duration } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { AgainButton } from './AgainButton.tsx';
import { LineRow } from './LineRow.tsx';
import type { StageChoice } from './stageChoice.ts';
import { isSameLine, lineStatus, type ProofLine } from './stageState.ts';

type StageRowProps = StageChoice & {
  line: ProofLine;
  /** Of the stage, or of the controller where the stage has several. */
  name: string;
};

/** One stage, or a stage for one controller, with the time that it took. */
export const StageRow = ({ run, selected, detailsId, onSelect, again, line, name }: StageRowProps) => {
  const { t } = useTranslation('proof');
  const language = useLanguage();
  const status = lineStatus(line);
  const isShown = selected !== null && isSameLine(selected, line);
  return (
    <LineRow
      {...{ run, name, status }}
      lines={[line]}
      measure={line.result && duration(line.result.durationMs, language)}
      selected={isShown}
      isOpen={isShown}
      opensId={detailsId}
      onSelect={() => onSelect(line)}
      action={
        <AgainButton
          {...{ run, again, line, status }}
          name={line.controller === null ? name : `${t(`stages.${line.stage}`)}, ${line.controller}`}
        />
      }
    />
  );
};
