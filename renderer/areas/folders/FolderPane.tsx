import { Button, Link, makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../electron/contract/users/folder.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { formatRoute } from '../../shell/route.ts';
import { useMay } from '../../shell/useSession.ts';
import { FolderUsers } from './FolderUsers.tsx';
import { useProfilesInFolders } from './folderQueries.ts';
import { type FolderCommand, folderCommands, useFolderCommands } from './useFolderCommands.ts';
import { useFolderPath } from './useFolderPath.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: '20px' },
});

type FolderPaneProps = { folder: Folder; onAsk: (command: FolderCommand) => void };

/** One folder: what lies in it, who holds a role for it, and what can be done with it. */
export const FolderPane = ({ folder, onAsk }: FolderPaneProps) => {
  const { t } = useTranslation('folders');
  const styles = useStyles();
  const pathOf = useFolderPath();
  const may = useFolderCommands(folder);
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h2" className={styles.name}>
          {pathOf(folder.id)}
        </Subtitle1>
        {folderCommands
          .filter((command) => may[command])
          .map((command) => (
            <Button key={command} size="small" onClick={() => onAsk(command)}>
              {t(`${command}.menu`)}
            </Button>
          ))}
      </div>
      <FolderProfiles id={folder.id} />
      <FolderUsers id={folder.id} />
    </>
  );
};

const FolderProfiles = ({ id }: { id: string }) => {
  const { t } = useTranslation('folders');
  const styles = useStyles();
  const { data, error } = useProfilesInFolders();
  const seesAll = useMay('mail.view');
  const inside = data?.profiles.filter(({ folderId }) => folderId === id);
  return (
    <section>
      <Subtitle2 as="h3">{t('profiles.title')}</Subtitle2>
      <FailureBar error={error} />
      {inside?.length === 0 && <Text block>{t(seesAll ? 'profiles.none' : 'profiles.noneSeen')}</Text>}
      <ul className={styles.list}>
        {inside?.map((profile) => (
          <li key={profile.id}>
            <Link href={formatRoute({ area: 'mail', id: profile.id })}>{profile.name}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
