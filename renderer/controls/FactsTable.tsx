import { useTranslation } from 'react-i18next';
import { type Evidence, type FactName, factNames } from '../../electron/contract/proof/evidence.ts';
import { trustText } from '../../electron/contract/proof/trustLine.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { DetailList } from './DetailList.tsx';

type FactValue = Evidence['facts'][FactName];

type FactsTableProps = {
  facts: Evidence['facts'];
  /** Facts that are shown elsewhere. */
  without?: readonly FactName[];
};

/** Measured facts of a stage, in the order in which a connection comes to know them. */
export const FactsTable = ({ facts, without = [] }: FactsTableProps) => {
  const { t } = useTranslation(['proof', 'shell', 'findings']);
  const language = useLanguage();
  const wordOf = (name: FactName, value: string): string => {
    if (name === 'tlsProblems') return t(`findings:${value}.title`);
    if (name === 'trusts') return trustText(value, (code) => t(`findings:${code}.title`));
    if (name === 'signing' || name === 'channelBinding') return t(`proof:demands.${value}`);
    return name === 'credentialSource' ? t(`proof:credentialSources.${value}`) : value;
  };
  const textOf = (name: FactName, value: FactValue): string => {
    if (typeof value === 'boolean') return value ? t('shell:controls.yes') : t('shell:controls.no');
    if (typeof value === 'number') return new Intl.NumberFormat(language).format(value);
    return [value ?? '']
      .flat()
      .map((word) => wordOf(name, word))
      .join('\n');
  };
  const rows = factNames
    .filter((name) => facts[name] !== undefined && !without.includes(name))
    .map((name) => ({
      label: t(`proof:facts.${name}`),
      value: (
        <span style={{ whiteSpace: 'pre-line' }}>
          {name === 'port' ? String(facts.port) : textOf(name, facts[name])}
        </span>
      ),
    }));
  return <DetailList rows={rows} />;
};
