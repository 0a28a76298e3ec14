import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Revision } from '../../../electron/contract/settings/settings.contract.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

/** What is shown of a save: `own`, what it changed; `since`, what changed after it; or what differs from another one. */
export type Compared = 'own' | 'since' | number;

type ComparisonChoiceProps = {
  shown: number;
  newest: number;
  others: readonly Revision[];
  chosen: Compared;
  onChoose: (chosen: Compared) => void;
};

const comparedOf = (value: string): Compared =>
  value === 'own' || value === 'since' ? value : Number(value);

/** Chooses what the shown save is compared with. */
export const ComparisonChoice = ({ shown, newest, others, chosen, onChoose }: ComparisonChoiceProps) => {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  return (
    <Field label={t('history.compare')}>
      <Select value={chosen} onChange={(_, { value }) => onChoose(comparedOf(value))}>
        <option value="own">{t('history.compareOwn')}</option>
        {shown !== newest && <option value="since">{t('history.compareSince', { newest })}</option>}
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
