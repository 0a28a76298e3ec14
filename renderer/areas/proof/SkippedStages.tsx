import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    paddingInlineStart: '28px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** The stages that a finished proof did not come to, in one line: they leave their room to what went wrong. */
export const SkippedStages = ({ stages }: { stages: readonly StageName[] }) => {
  const { t } = useTranslation('proof');
  const list = new Intl.ListFormat(useLanguage(), { type: 'unit' });
  const names = list.format(stages.map((stage) => t(`stages.${stage}`)));
  return <li className={useStyles().item}>{t('skipped', { stages: names })}</li>;
};
