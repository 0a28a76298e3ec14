import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../controls/ErrorSummary.tsx';

/** Names every rule that cannot be saved as it is. */
export const RuleErrors = () => {
  const { t } = useTranslation('settings');
  return <ErrorSummary fieldOf={(name) => ({ name, label: t(`names.security.${name}`) })} />;
};
