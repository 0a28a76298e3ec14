import { Caption1Strong, CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { ClipboardTaskListLtr20Regular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { MailCheckmark20Regular } from '@fluentui/react-icons/svg/mail-checkmark';
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox';
import { People20Regular } from '@fluentui/react-icons/svg/people';
import { PeopleSettings20Regular } from '@fluentui/react-icons/svg/people-settings';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { Shield20Regular } from '@fluentui/react-icons/svg/shield';
import { useTranslation } from 'react-i18next';
import { focusMain } from './nextPane.ts';
import { type Area, areas, formatRoute } from './route.ts';
import { useVisibleAreas } from './areaRights.ts';
import { navigate, useRoute } from './RouteContext.ts';
import { useShortcut } from './shortcutRegistry.ts';
import { areaKeys } from './shortcuts.ts';
import { useUnreadAlertCount, useUnreadCount } from './useUnreadCount.ts';

const useStyles = makeStyles({
  navigation: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '176px',
    padding: tokens.spacingHorizontalS,
    '@media (max-width: 800px)': { width: '48px' },
  },
  group: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 800px)': { display: 'none' },
  },
  entry: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    paddingInline: tokens.spacingHorizontalS,
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  present: {
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  /** Read aloud, seen by nobody, and no reason to scroll. */
  name: {
    flexGrow: 1,
    '@media (max-width: 800px)': {
      position: 'absolute',
      width: '1px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      clipPath: 'inset(50%)',
    },
  },
  icon: { display: 'inline-flex' },
  /** Beside an icon alone there is no room for it. */
  count: { '@media (max-width: 800px)': { position: 'absolute', insetBlockStart: 0, insetInlineEnd: 0 } },
});

const icons: Record<Area, typeof Mail20Regular> = {
  mail: Mail20Regular,
  users: People20Regular,
  roles: PeopleSettings20Regular,
  security: Shield20Regular,
  mailbox: MailInbox20Regular,
  alerts: Alert20Regular,
  notices: MailCheckmark20Regular,
  audit: ClipboardTaskListLtr20Regular,
  history: History20Regular,
  explain: QuestionCircle20Regular,
};

const settingsAreas: readonly Area[] = ['mail', 'users', 'roles', 'security'];

/** The areas of the console. */
export const Navigation = () => {
  const { t } = useTranslation();
  const styles = useStyles();
  const visible = useVisibleAreas();
  const settings = visible.filter((area) => settingsAreas.includes(area));
  const others = visible.filter((area) => !settingsAreas.includes(area));
  return (
    <nav className={styles.navigation} aria-label={t('navigation')} data-pane>
      {settings.length > 0 && (
        <>
          <Caption1Strong className={styles.group}>{t('settings')}</Caption1Strong>
          {settings.map((area) => (
            <Entry key={area} area={area} />
          ))}
          <br />
        </>
      )}
      {others.map((area) => (
        <Entry key={area} area={area} />
      ))}
    </nav>
  );
};

const Entry = ({ area }: { area: Area }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const isPresent = useRoute().area === area;
  const index = areas.indexOf(area);
  useShortcut(`area${index + 1}`, () => {
    navigate({ area });
    if (isPresent) focusMain();
  });
  const Icon = icons[area];
  const name = t(`areas.${area}`);
  return (
    <a
      className={mergeClasses(styles.entry, isPresent && styles.present)}
      href={formatRoute({ area })}
      title={`${name} (${areaKeys(index)})`}
      {...(isPresent ? { 'aria-current': 'page' } : {})}
    >
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      <span className={styles.name}>{name}</span>
      {area === 'mailbox' && <UnreadMessages />}
      {area === 'alerts' && <UnreadAlerts />}
    </a>
  );
};

const Unread = ({ count, label }: { count: number; label: string }) => {
  const { count: style } = useStyles();
  return count > 0 && <CounterBadge className={style} count={count} size="small" aria-label={label} />;
};

const UnreadMessages = () => {
  const { t } = useTranslation();
  const count = useUnreadCount();
  return <Unread count={count} label={t('unread', { count })} />;
};

const UnreadAlerts = () => {
  const { t } = useTranslation();
  const count = useUnreadAlertCount();
  return <Unread count={count} label={t('unreadAlerts', { count })} />;
};
