import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { StateIcon, type Tone } from '../../../controls/StateBadge.tsx';
import type { ControllerRow, PortState } from './controllerRows.ts';

const useStyles = makeStyles({
  state: { display: 'inline-flex', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

const tones: Record<PortState, Tone> = {
  open: 'good',
  refused: 'bad',
  timedOut: 'warning',
  unreachable: 'bad',
};

/** Whether a port of a controller could be opened: an icon, and the word on hover and for a screen reader. */
export const PortCell = ({ port, state, isNeeded }: ControllerRow['ports'][number]) => {
  const { t } = useTranslation('proof');
  const word = t(`portStates.${state}`);
  return (
    <Tooltip content={`${port}: ${word}`} relationship="inaccessible">
      <span className={useStyles().state} role="img" aria-label={word}>
        <StateIcon tone={state === 'open' || isNeeded ? tones[state] : 'none'} />
      </span>
    </Tooltip>
  );
};
