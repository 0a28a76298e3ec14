import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../texts/useLanguage.ts';
import type { ControllerRow, PolicyWord } from './controllerRows.ts';
import { SmallTable } from './SmallTable.tsx';

const isMeasured = ({ skewSeconds, signing, channelBinding }: ControllerRow): boolean =>
  skewSeconds !== null || signing !== null || channelBinding !== null;

/** How far the clock of each controller is off, and what it demands of those who sign in. */
export const PolicyTable = ({ rows }: { rows: readonly ControllerRow[] }) => {
  const { t } = useTranslation(['directory', 'proof']);
  const language = useLanguage();
  const seconds = new Intl.NumberFormat(language, { style: 'unit', unit: 'second' });
  const skewText = (skew: number): string => {
    const time = seconds.format(Math.abs(skew));
    return skew === 0 ? t('clock.same') : t(`clock.${skew > 0 ? 'ahead' : 'behind'}`, { time });
  };
  const measured = rows.filter(isMeasured);
  const policyText = (word: PolicyWord | null) => (word === null ? '–' : t(`proof:demands.${word}`));
  return (
    <SmallTable
      label={t('summary.policy')}
      heads={[t('summary.controller'), t('summary.clock'), t('summary.signing'), t('summary.channelBinding')]}
    >
      {measured.map(({ controller, skewSeconds, signing, channelBinding }) => (
        <tr key={controller}>
          <th scope="row">{controller}</th>
          <td>{skewSeconds === null ? '–' : skewText(skewSeconds)}</td>
          <td>{policyText(signing)}</td>
          <td>{policyText(channelBinding)}</td>
        </tr>
      ))}
    </SmallTable>
  );
};
