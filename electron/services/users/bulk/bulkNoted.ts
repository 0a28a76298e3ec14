import type { BulkAction } from '../../../contract/users/bulk.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import type { AuditChange } from '../../../stores/audit/auditEntry.ts';
import type { Noted } from '../../audit/note.ts';
import { changesNamed, valueChanges } from '../../audit/valueChanges.ts';
import { grantText } from '../auditedUser.ts';
import type { PeopleFacts } from '../peopleFacts.ts';
import type { BulkPlan } from './bulkPlan.ts';

/** How many users the subject of a row names; its changes name them all. */
const namedAtMost = 10;

const changesOf = (action: BulkAction, { name }: StoredUser, facts: PeopleFacts): AuditChange[] => {
  switch (action.kind) {
    case 'activate':
      return valueChanges('user', { isActive: false }, { isActive: true });
    case 'deactivate':
      return valueChanges('user', { isActive: true }, { isActive: false });
    case 'unlock':
      return valueChanges('user', { isLocked: true }, { isLocked: false });
    case 'delete':
      return valueChanges('user', { name }, null);
    case 'addRole':
      return valueChanges('user', null, { roles: [grantText(action, facts)] });
    case 'removeRole':
      return valueChanges('user', { roles: [grantText(action, facts)] }, null);
  }
};

/** What the audit says of an action on many users. */
export const bulkNoted = (action: BulkAction, { changed }: BulkPlan, facts: PeopleFacts): Noted => {
  const names = changed.slice(0, namedAtMost).map(({ name }) => name);
  return {
    subject: [...names, ...(changed.length > namedAtMost ? ['…'] : [])].join(', '),
    changes: changed.flatMap((user) => changesNamed(user.name, changesOf(action, user, facts))),
  };
};
