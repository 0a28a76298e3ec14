import { Link, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { formatRoute } from '../../shell/route.ts';
import { useUnreachableUsers } from './noticesQueries.ts';

const useStyles = makeStyles({ list: { marginBlock: 0, maxHeight: '160px', overflowY: 'auto' } });

/** Whom no mail reaches; nothing while everybody has an address. */
export const UnreachableUsers = () => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const { data } = useUnreachableUsers();
  if (!data || data.total === 0) return null;
  const left = data.total - data.users.length;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Disclosure title={t('unreachable.title', { count: data.total })}>
          {t('unreachable.help')}
          <ul className={styles.list} aria-label={t('unreachable.title', { count: data.total })} tabIndex={0}>
            {data.users.map(({ id, name, displayName, mail }) => (
              <li key={id}>
                <Link inline href={formatRoute({ area: 'users', id })}>
                  {name}
                </Link>
                {[displayName, mail].filter(Boolean).map((detail) => ` · ${detail}`)}
              </li>
            ))}
          </ul>
          {left > 0 && t('unreachable.more', { count: left })}
        </Disclosure>
      </MessageBarBody>
    </MessageBar>
  );
};
