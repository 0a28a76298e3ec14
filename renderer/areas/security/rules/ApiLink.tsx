import { Link } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shell/useSession.ts';

/** Leads to what scripts can call; only the browser door has that page. */
export const ApiLink = () => {
  const { t } = useTranslation('security');
  if (useSession().data?.door !== 'browser') return null;
  return (
    <Link inline href="/api/" target="_blank" rel="noreferrer">
      {t('rules.api')}
    </Link>
  );
};
