import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '../../../electron/contract/settings/settings.contract.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

type ComparisonChoiceProps = {
  shown: number;
  others: readonly Revision[];
  /** Null: what the shown save changed. */
  chosen: number | null;
  onChoose: (revision: number | null) => void;
};

/** Chooses the save that the shown one is compared with. */
export const ComparisonChoice = ({ shown, others, chosen, onChoose }: ComparisonChoiceProps) => {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  return (
    <Field label={t('history.compare')}>
      <Select value={chosen ?? ''} onChange={(_, { value }) => onChoose(value === '' ? null : Number(value))}>
        <option value="">{t('history.compareBefore')}</option>
        {others
          .filter(({ revision }) => revision !== shown)
          .map(({ revision, at, by }) => (
            <option key={revision} value={revision}>
              {t('history.compareWith', { revision, at: exactTime(at, language), by })}
            </option>
          ))}
      </Select>
    </Field>
  );
};
