import { makeStyles, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../../electron/contract/users/holders.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '20px' } });

const mostNamed = 10;

type HolderNamesProps = { holders: readonly Holder[]; total: number };

/** Who holds something, and where; of many the first ones and how many more there are. */
export const HolderNames = ({ holders, total }: HolderNamesProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const pathOf = useFolderPath();
  const named = holders.slice(0, mostNamed);
  if (named.length === 0) return null;
  return (
    <div>
      <ul className={styles.list}>
        {named.map(({ id, roleId, name, folderId }) => (
          <li key={`${id} ${roleId} ${folderId}`}>
            {t('users.heldIn', { name, place: folderId === null ? t('everywhere') : pathOf(folderId) })}
          </li>
        ))}
      </ul>
      {total > named.length && <Text>{t('users.more', { count: total - named.length })}</Text>}
    </div>
  );
};
