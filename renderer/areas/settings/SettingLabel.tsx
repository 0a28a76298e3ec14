import { makeStyles, tokens } from '@fluentui/react-components';
import { useSettingName } from './useSettingName.ts';

const useStyles = makeStyles({
  label: { display: 'block' },
  owner: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  path: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
  },
});

/** A setting by its label, the profile that it belongs to, and its key for scripts and search. */
export const SettingLabel = ({ path }: { path: string }) => {
  const styles = useStyles();
  const { label, profile } = useSettingName()(path);
  return (
    <>
      <span className={styles.label}>{label}</span>
      {profile !== null && <span className={styles.owner}>{profile}</span>}
      <span className={styles.path} title={path}>
        {path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, (id) => `${id.slice(0, 8)}…`)}
      </span>
    </>
  );
};
