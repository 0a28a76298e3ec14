import { useTranslation } from 'react-i18next';
import { type Evidence, type FactName, factNames } from '../../electron/contract/proof/evidence.ts';
import { factText } from '../../electron/contract/proof/factText.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { CopyableLink } from './CopyableLink.tsx';
import { DetailList } from './DetailList.tsx';

type FactsTableProps = {
  facts: Evidence['facts'];
  /** Facts that are shown elsewhere. */
  without?: readonly FactName[];
};

/** Measured facts of a stage, in the order in which a connection comes to know them. */
export const FactsTable = ({ facts, without = [] }: FactsTableProps) => {
  const { t } = useTranslation(['proof', 'directory', 'findings']);
  const language = useLanguage();
  const rows = factNames
    .filter((name) => !without.includes(name))
    .flatMap((name) => {
      const value = facts[name];
      if (value === undefined) return [];
      const text = factText(name, value, (key, parameters) => t(key, { ...parameters }), language);
      const label = t(`proof:facts.${name}`);
      return [
        {
          label,
          value:
            name === 'consentAddress' ? (
              <CopyableLink address={text} what={label} />
            ) : (
              <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
            ),
        },
      ];
    });
  return <DetailList rows={rows} />;
};
