import { makeStyles, tokens } from '@fluentui/react-components';
import { People16Regular } from '@fluentui/react-icons/svg/people';
import { Person16Regular } from '@fluentui/react-icons/svg/person';
import { ContactCard16Regular } from '@fluentui/react-icons/svg/contact-card';
import { useTranslation } from 'react-i18next';
import type { UserKind } from '../../../electron/contract/users/user.ts';

const useStyles = makeStyles({
  kind: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { flexShrink: 0 },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

const icons = {
  localUser: Person16Regular,
  directoryUser: ContactCard16Regular,
  directoryGroup: People16Regular,
};

/** Whether it is a local user, or a user or group of the directory, as icon and words. */
export const UserKindLabel = ({ kind }: { kind: UserKind }) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <span className={styles.kind}>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>{t(`kinds.${kind}`)}</span>
    </span>
  );
};
