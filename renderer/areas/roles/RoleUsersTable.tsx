import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleHolder } from '../../../electron/contract/users/holders.ts';
import type { Role } from '../../../electron/contract/users/role.ts';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { useRestrictionText } from '../users/useRestriction.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { linkTo } from './rolesPlace.ts';
import { useRoleName } from './useRoleName.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', overflowWrap: 'anywhere' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  action: { textAlign: 'end' },
  note: { color: tokens.colorNeutralForeground2 },
});

type RoleUsersTableProps = { role: Role; holders: readonly RoleHolder[]; mayManage: boolean };

/** Who holds the role, where, and the way to take it away there. */
export const RoleUsersTable = ({ role, holders, mayManage }: RoleUsersTableProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const pathOf = useFolderPath();
  const nameOf = useRoleName();
  const onError = useFailureToast();
  const [asked, setAsked] = useState<RoleHolder | null>(null);
  const removal = useCommand((client, { id, folderId }: RoleHolder) =>
    client.roles.setRoleUsers({ id: role.id, folderId, add: [], remove: [id] }),
  );
  const placeOf = ({ folderId }: RoleHolder) => (folderId === null ? t('everywhere') : pathOf(folderId));
  return (
    <>
      <table className={styles.table} aria-label={t('users.title')}>
        <thead>
          <tr>
            {(['name', 'kind', 'place'] as const).map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {t(`users.columns.${column}`)}
              </th>
            ))}
            {mayManage && <td className={styles.cell} />}
          </tr>
        </thead>
        <tbody>
          {holders.map((holder) => (
            <tr key={`${holder.id} ${holder.folderId}`}>
              <td className={styles.cell}>
                <Link href={linkTo({ tab: 'check', id: holder.id })}>{holder.name}</Link>
                {holder.isActive ? '' : ` (${t('inactive')})`}
              </td>
              <td className={styles.cell}>{t(`kinds.${holder.kind}`)}</td>
              <td className={styles.cell}>{placeOf(holder)}</td>
              {mayManage && (
                <td className={mergeClasses(styles.cell, styles.action)}>
                  <RemoveButton holder={holder} place={placeOf(holder)} onAsk={() => setAsked(holder)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        open={asked !== null}
        title={t('users.removeTitle', { name: asked?.name, role: nameOf(role) })}
        consequence={t('users.removeConsequence', { place: asked ? placeOf(asked) : '' })}
        action={t('users.remove')}
        onConfirm={() => {
          if (asked) removal.mutate(asked, { onError });
          setAsked(null);
        }}
        onCancel={() => setAsked(null)}
      />
    </>
  );
};

type RemoveButtonProps = { holder: RoleHolder; place: string; onAsk: () => void };

const RemoveButton = ({ holder: { name, keptBecause }, place, onAsk }: RemoveButtonProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const reasonId = useId();
  const textOf = useRestrictionText();
  return (
    <>
      <Button
        size="small"
        aria-label={t('users.removeOf', { name, place })}
        {...(keptBecause ? { 'aria-describedby': reasonId } : {})}
        disabledFocusable={keptBecause !== null}
        onClick={onAsk}
      >
        {t('users.remove')}
      </Button>
      {keptBecause && (
        <Text id={reasonId} block size={200} className={styles.note}>
          {textOf(keptBecause)}
        </Text>
      )}
    </>
  );
};
