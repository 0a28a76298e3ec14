import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserGrant, UserKind } from '../../../electron/contract/users/user.ts';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { useFormMode } from '../../controls/formMode.ts';
import { useControl } from '../../controls/useControl.ts';
import { TitledSection } from '../../controls/TitledSection.tsx';
import { InheritedRoles } from './directory/InheritedRoles.tsx';
import { NewGrant } from './NewGrant.tsx';
import type { UserForm } from './userForm.ts';
import { withGrant, withoutGrant } from './userGrants.ts';
import { useGrantText } from './useGrantText.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  grant: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2 },
});

type GrantsControlProps = {
  /** Whose roles they are; null: of several, of whom something else says what they may do without one. */
  kind: UserKind | null;
  /** What groups give besides, where that counts now. */
  inherited?: UserDetails['inherited'];
  /** Gives the sentence why a role cannot be taken away; undefined: it can be. */
  whyKept?: (grant: UserGrant) => string | undefined;
};

/** Which roles the user holds, and where: explicit ones (REQUIREMENTS U16). */
export const GrantsControl = ({ kind, inherited = [], whyKept }: GrantsControlProps) => {
  const { t } = useTranslation(['users', 'roles']);
  const styles = useStyles();
  const { value, change } = useControl<readonly UserGrant[]>('grants');
  const isChoosing = useFormContext<Pick<UserForm, 'newGrant'>>().watch('newGrant.roleId') !== null;
  const canChange = useFormMode() !== 'read';
  return (
    <TitledSection title={t('grants.title')} data-field="grants" tabIndex={-1}>
      {kind !== null && value.length === 0 && !isChoosing && <Text block>{t(`grants.none.${kind}`)}</Text>}
      <ul className={styles.list}>
        {value.map((grant) => (
          <Grant
            key={`${grant.roleId} ${grant.folderId}`}
            grant={grant}
            locked={whyKept?.(grant)}
            onRemove={canChange ? () => change(withoutGrant(value, grant)) : null}
          />
        ))}
      </ul>
      <InheritedRoles inherited={inherited} />
      {canChange && <NewGrant onAdd={(grant) => change(withGrant(value, grant))} />}
    </TitledSection>
  );
};

type GrantProps = {
  grant: UserGrant;
  locked: string | undefined;
  /** Null: it is only read. */
  onRemove: (() => void) | null;
};

const Grant = ({ grant, locked, onRemove }: GrantProps) => {
  const { t } = useTranslation(['users', 'roles']);
  const styles = useStyles();
  const id = useId();
  const text = useGrantText()(grant);
  return (
    <li className={styles.grant}>
      <span className={styles.name}>{text}</span>
      {onRemove && (
        <Button
          size="small"
          aria-label={t('grants.removeOf', { grant: text })}
          aria-describedby={id}
          disabledFocusable={locked !== undefined}
          onClick={onRemove}
        >
          {t('roles:users.remove')}
        </Button>
      )}
      {onRemove && locked && (
        <Text id={id} block size={200} className={styles.note}>
          {locked}
        </Text>
      )}
    </li>
  );
};
