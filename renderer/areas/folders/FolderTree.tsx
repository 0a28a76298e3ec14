import { makeStyles, tokens, Tree, TreeItem, TreeItemLayout } from '@fluentui/react-components';
import { Folder16Regular } from '@fluentui/react-icons/svg/folder';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Folder } from '../../../electron/contract/users/folder.ts';
import { type FolderNode, treeOf } from './folderTree.ts';
import { type FolderCommand, useFolderCommands } from './useFolderCommands.ts';

const useStyles = makeStyles({
  shown: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

type FolderTreeProps = {
  folders: readonly Folder[];
  shownId: string;
  onShow: (id: string) => void;
  onAsk: (command: FolderCommand, folder: Folder) => void;
};

/** What the keys of a file manager mean here. */
const commandOf: Readonly<Record<string, FolderCommand>> = { F2: 'rename', Delete: 'delete' };

/** The folders with what lies in them: arrows move, open and close, Enter shows, F2 renames, Del deletes. */
export const FolderTree = ({ folders, shownId, onShow, onAsk }: FolderTreeProps) => {
  const { t } = useTranslation('folders');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const open = folders.map(({ id }) => id).filter((id) => !closed.has(id));
  return (
    <Tree
      aria-label={t('title')}
      openItems={open}
      onOpenChange={(_, { type, value, open: opens }) => {
        /** A click on the name or Enter shows the folder; what lies in it stays as it is. */
        if (type === 'Click' || type === 'Enter') return;
        const others = [...closed].filter((id) => id !== value);
        setClosed(new Set(opens ? others : [...others, String(value)]));
      }}
    >
      {treeOf(folders).map((node) => (
        <FolderItem key={node.folder.id} node={node} shownId={shownId} onShow={onShow} onAsk={onAsk} />
      ))}
    </Tree>
  );
};

type FolderItemProps = Omit<FolderTreeProps, 'folders'> & { node: FolderNode };

const FolderItem = ({ node, ...rest }: FolderItemProps) => {
  const { folder, inside } = node;
  const { shownId, onShow, onAsk } = rest;
  const styles = useStyles();
  const may = useFolderCommands(folder);
  const isShown = folder.id === shownId;
  const press = (event: KeyboardEvent) => {
    const command = commandOf[event.key];
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') onShow(folder.id);
    if (command && may[command]) onAsk(command, folder);
  };
  return (
    <TreeItem
      value={folder.id}
      itemType={inside.length > 0 ? 'branch' : 'leaf'}
      onKeyDown={press}
      onClick={(event) => {
        event.stopPropagation();
        onShow(folder.id);
      }}
      {...(isShown ? { 'aria-current': 'true' as const } : {})}
    >
      <TreeItemLayout iconBefore={<Folder16Regular />} {...(isShown ? { className: styles.shown } : {})}>
        {folder.name}
      </TreeItemLayout>
      {inside.length > 0 && (
        <Tree>
          {inside.map((inner) => (
            <FolderItem key={inner.folder.id} node={inner} {...rest} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
};
