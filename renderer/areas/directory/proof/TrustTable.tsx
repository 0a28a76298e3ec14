import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../../controls/StateBadge.tsx';
import { FindingTitle } from '../../proof/FindingTitle.tsx';
import { SmallTable } from './SmallTable.tsx';
import type { TrustRow } from './trustRows.ts';

/** The trusted domains: in which direction, of which kind, and whether a controller of each answers. */
export const TrustTable = ({ rows }: { rows: readonly TrustRow[] }) => {
  const { t } = useTranslation('directory');
  const heads = ['domain', 'kind', 'direction', 'reached'].map((head) => t(`trusts.heads.${head}`));
  return (
    <>
      <SmallTable label={t('trusts.title')} heads={heads}>
        {rows.map(({ name, netbiosName, kind, direction, isTransitive, limits, reached, isReached }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <br />({netbiosName})
            </th>
            <td>
              {t(`trusts.kinds.${kind}`)}
              {isTransitive && `, ${t('trusts.transitive')}`}
              {limits.map((code) => (
                <div key={code}>
                  <FindingTitle code={code} />
                </div>
              ))}
            </td>
            <td>{t(`trusts.directions.${direction}`)}</td>
            <td>
              {reached !== '' && (
                <StateBadge tone={isReached ? 'good' : 'bad'}>
                  {isReached ? reached : <FindingTitle code={reached} />}
                </StateBadge>
              )}
            </td>
          </tr>
        ))}
      </SmallTable>
      <Text block size={200}>
        {t('trusts.answersOnly')}
      </Text>
    </>
  );
};
