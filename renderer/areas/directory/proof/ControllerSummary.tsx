import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProofRun } from '../../proof/proofRun.ts';
import { controllerRows } from './controllerRows.ts';
import { PolicyTable } from './PolicyTable.tsx';
import { PortMatrix } from './PortMatrix.tsx';
import { trustRows } from './trustRows.ts';
import { TrustTable } from './TrustTable.tsx';

const useStyles = makeStyles({
  summary: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':empty': { display: 'none' },
  },
});

/** What the proof measured, side by side: ports, clocks and policies of the controllers, the trusted domains. */
export const ControllerSummary = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const rows = controllerRows(run);
  const trusts = trustRows(run);
  const isPortMeasured = rows.some(({ ports }) => ports.length > 0);
  const isPolicyMeasured = rows.some(({ signing, skewSeconds }) => signing !== null || skewSeconds !== null);
  return (
    <div className={styles.summary}>
      {isPortMeasured && (
        <Part title={t('summary.ports')}>
          <PortMatrix rows={rows} />
        </Part>
      )}
      {isPolicyMeasured && (
        <Part title={t('summary.policy')}>
          <PolicyTable rows={rows} />
        </Part>
      )}
      {trusts.length > 0 && (
        <Part title={t('trusts.title')}>
          <TrustTable rows={trusts} />
        </Part>
      )}
    </div>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <Text as="h3" block size={200} weight="semibold">
      {title}
    </Text>
    {children}
  </div>
);
