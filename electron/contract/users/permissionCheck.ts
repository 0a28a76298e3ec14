import { z } from 'zod';
import { objectSidSchema } from '../directory/directoryObject.ts';
import { membershipSchema } from '../directory/membership.ts';
import { permissionSchema } from '../permissions.ts';
import { userKindSchema } from './user.ts';

/** The id here of a group that is known here, else its SID. */
const groupIdSchema = z.union([z.guid(), objectSidSchema]);

/** Where something is allowed, with all folders below; `names` from the top. Null: everywhere. */
export const placeSchema = z.strictObject({ id: z.uuid(), names: z.array(z.string()) }).nullable();
export type Place = z.infer<typeof placeSchema>;

/** Because of what somebody may do something (REQUIREMENTS N10). */
export const rightReasonSchema = z.strictObject({
  role: z.strictObject({ id: z.guid(), name: z.string() }),
  place: placeSchema,
  /** The groups from the person to the one that holds the role; none: the right is explicit (U12). */
  groups: z.array(z.strictObject({ id: groupIdSchema, name: z.string() })),
  /** False: how the person is in the first of `groups`, directly or through others, is not known now. */
  isPathKnown: z.boolean(),
});
export type RightReason = z.infer<typeof rightReasonSchema>;

export const checkedPermissionSchema = z.strictObject({
  permission: permissionSchema,
  /** None: it is not allowed. Folders that lie in another place of the list are left out. */
  places: z.array(placeSchema),
  /** Explicit ones first. */
  reasons: z.array(rightReasonSchema),
  /** What would allow it, were the role not held for a folder alone; none where it is allowed. */
  withheld: z.array(rightReasonSchema),
  /** Where it would be allowed without the role or group that is asked about; null: none is. */
  placesWithout: z.array(placeSchema).nullable(),
  /** True: in some of `places` it would not be allowed any more. */
  isLost: z.boolean(),
});
export type CheckedPermission = z.infer<typeof checkedPermissionSchema>;

/** Every permission of one user or group, allowed or not, and why. */
export const permissionCheckSchema = z.strictObject({
  user: z.strictObject({
    id: z.uuid(),
    kind: userKindSchema,
    name: z.string(),
    displayName: z.string(),
    /** False: nobody can sign in as this user, whatever the rights. */
    isActive: z.boolean(),
  }),
  permissions: z.array(checkedPermissionSchema),
  /** From where and of when the groups are that rights are inherited from; null: no directory user. */
  membership: membershipSchema.nullable(),
});
export type PermissionCheck = z.infer<typeof permissionCheckSchema>;

/** What is thought away: a role wherever it comes from, or a membership of a group. */
export const takenAwaySchema = z.union([
  z.strictObject({ roleId: z.uuid() }),
  z.strictObject({ groupId: groupIdSchema }),
]);
export type TakenAway = z.infer<typeof takenAwaySchema>;
