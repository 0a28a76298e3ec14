import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserFilter } from '../../../electron/contract/users/bulk.ts';

const useStyles = makeStyles({
  empty: {
    ...{ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
    paddingBlock: tokens.spacingVerticalL,
  },
});

/** Why the table is empty, and what to do. */
export const NoUsers = ({ filter }: { filter: UserFilter }) => {
  const { t } = useTranslation('users');
  const reason = Object.values(filter).some(Boolean) ? 'filtered' : 'first';
  return (
    <div className={useStyles().empty}>
      <Subtitle2>{t(`none.${reason}.title`)}</Subtitle2>
      <Body1>{t(`none.${reason}.advice`)}</Body1>
    </div>
  );
};
