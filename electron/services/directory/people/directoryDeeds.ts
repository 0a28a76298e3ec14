import type { AuditChange, AuditEntry } from '../../../stores/audit/auditEntry.ts';
import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import { valueChanges } from '../../audit/valueChanges.ts';

/** What the program found out about somebody of the directory, for a row of its own in the audit (U15, U20). */
export type DirectoryDeed = Pick<AuditEntry, 'operation' | 'subject' | 'changes'>;

/** Writes the rows of what was found out. `door`: through which somebody signed in; null: the program looked by itself. */
export type RecordDeeds = (deeds: readonly DirectoryDeed[], door: string | null) => Promise<void>;

const namesOf = (groups: readonly KnownGroup[]): string[] => groups.map(({ name }) => name);

const groupChanges = (before: readonly KnownGroup[], after: readonly KnownGroup[]): AuditChange[] =>
  valueChanges('membership', { groups: namesOf(before) }, { groups: namesOf(after) });

/** *Auto-provisioning*. */
export const provisioned = (subject: string, groups: readonly KnownGroup[]): DirectoryDeed => ({
  ...{ operation: 'directory.provisionUser', subject, changes: groupChanges([], groups) },
});

/** *User membership*; none when the groups are the same. */
export const assigned = (
  subject: string,
  before: readonly KnownGroup[],
  after: readonly KnownGroup[],
): DirectoryDeed[] => {
  const isSame =
    before.length === after.length &&
    before.every(({ userId }) => after.some((group) => group.userId === userId));
  return isSame
    ? []
    : [{ operation: 'directory.assignGroups', subject, changes: groupChanges(before, after) }];
};

/** The directory calls it otherwise now. */
export const renamed = (before: string, after: string): DirectoryDeed => ({
  operation: 'directory.followRename',
  subject: after,
  changes: valueChanges('user', { name: before }, { name: after }),
});

type State = StoredDirectoryObject['state'];

/** Somebody was disabled, deleted or enabled again in the directory; none when nothing of that happened. */
export const stateNoted = (subject: string, before: State, after: State): DirectoryDeed[] =>
  before === after
    ? []
    : [
        {
          ...{ operation: 'directory.noteState', subject },
          changes: valueChanges('object', { state: before }, { state: after }),
        },
      ];
