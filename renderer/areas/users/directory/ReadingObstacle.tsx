import { Link } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../electron/contract/proof/finding.ts';
import { formatRoute } from '../../../shell/route.ts';
import { useMay } from '../../../shell/useSession.ts';
import { FindingCard } from '../../proof/FindingCard.tsx';

/** Why the directory cannot be read. Where the stored identity is refused it leads to its settings, those who may see them. */
export const ReadingObstacle = ({ finding }: { finding: Finding }) => {
  const { t } = useTranslation('proof');
  const mayOpen = useMay('directory.view');
  const isOfSettings = finding.isPaused === true && mayOpen;
  return (
    <FindingCard
      finding={finding}
      actions={
        isOfSettings && (
          <Link href={formatRoute({ area: 'security', id: 'directory' })}>{t('finding.openDirectory')}</Link>
        )
      }
    />
  );
};
