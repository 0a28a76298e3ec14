import { useTranslation } from 'react-i18next';
import type { ControlTexts } from '../../../controls/ControlFrame.tsx';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { SwitchControl } from '../../../controls/SwitchControl.tsx';
import { useLanguage } from '../../../texts/useLanguage.ts';
import {
  type FlagRule,
  flagStandards,
  isNumberRule,
  numberFacts,
  type NumberRule,
  type Rule,
} from './ruleFacts.ts';

/** Name, label and, also while the form is only read, what the rule does. */
const useRuleTexts = (): ((name: Rule, facts: string) => ControlTexts) => {
  const { t } = useTranslation(['security', 'settings']);
  return (name, facts) => {
    const help = `${t(`rules.effects.${name}`)} ${facts}`;
    return { name, label: t(`settings:names.security.${name}`), help, readHelp: help };
  };
};

/** One rule, with its default and what it does. */
export const RuleControl = ({ name }: { name: Rule }) =>
  isNumberRule(name) ? <NumberRuleControl name={name} /> : <FlagRuleControl name={name} />;

const NumberRuleControl = ({ name }: { name: NumberRule }) => {
  const { t } = useTranslation('security');
  const texts = useRuleTexts();
  const digits = new Intl.NumberFormat(useLanguage());
  const { standard, range } = numberFacts[name];
  const facts = t('rules.numberFacts', {
    standard: digits.format(standard),
    smallest: digits.format(range.minValue ?? 0),
    largest: digits.format(range.maxValue ?? Infinity),
  });
  return (
    <NumberControl {...texts(name, facts)} unit={(count) => t(`rules.units.${name}`, { count })} required />
  );
};

const FlagRuleControl = ({ name }: { name: FlagRule }) => {
  const { t } = useTranslation(['security', 'shell']);
  const texts = useRuleTexts();
  const standard = t(flagStandards[name] ? 'shell:controls.yes' : 'shell:controls.no');
  return <SwitchControl {...texts(name, t('rules.flagFacts', { standard }))} />;
};
