import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgainButton } from './AgainButton.tsx';
import { LineRow } from './LineRow.tsx';
import type { StageChoice } from './stageChoice.ts';
import { StageRow } from './StageRow.tsx';
import { isSameLine, linesOf, type StageState, statusOf } from './stageState.ts';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

type StageGroupProps = StageChoice & { state: StageState };

/** A stage of several controllers: for how many it passed and, unfolded, the line of each. It opens by itself for the one that is shown. */
export const StageGroup = ({ state, ...choice }: StageGroupProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const listId = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const lines = linesOf(state);
  const passed = lines.filter(({ result }) => result?.status === 'passed').length;
  const { run, again, selected } = choice;
  const open = chosen ?? (selected !== null && lines.some((line) => isSameLine(line, selected)));
  const name = t(`stages.${state.stage}`);
  const count = { passed, total: lines.length };
  return (
    <>
      <LineRow
        run={run}
        lines={lines}
        status={statusOf(state)}
        name={name}
        measure={<span aria-label={t('controllers.count', count)}>{t('controllers.short', count)}</span>}
        selected={false}
        isOpen={open}
        opensId={listId}
        onSelect={() => setChosen(!open)}
        action={
          <AgainButton
            {...{ run, again, name }}
            line={{ stage: state.stage, controller: null }}
            status={statusOf(state)}
          />
        }
      />
      <ul
        id={listId}
        className={styles.lines}
        aria-label={t('controllers.of', { stage: name })}
        hidden={!open}
      >
        {lines.map((line) => (
          <li key={line.controller}>
            <StageRow {...choice} line={line} name={line.controller ?? name} />
          </li>
        ))}
      </ul>
    </>
  );
};
