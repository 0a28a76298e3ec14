import type { UndoAddition } from '../../services/directory/people/additionUndoing.ts';
import type { DirectoryMemberships } from '../../services/directory/people/memberships.ts';
import type { ObjectAddition } from '../../services/directory/people/objectAddition.ts';
import type { ObjectFinding } from '../../services/directory/people/objectFinding.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';
import { signalOf } from '../signalOf.ts';

export type DirectoryPeopleServices = {
  addition: ObjectFinding & ObjectAddition & { undoAddition: UndoAddition };
  memberships: Pick<DirectoryMemberships, 'getMembership' | 'refreshMembership'>;
};

/** Answers the operations of `directory` that are about its people; failures are those of the services. */
export const createDirectoryPeopleOperations = (
  os: Implementer,
  { addition, memberships }: DirectoryPeopleServices,
) => ({
  listDomains: os.directory.listDomains.handler(({ input, signal }) =>
    addition.listDomains(input.refresh, signalOf(signal)),
  ),
  searchObjects: os.directory.searchObjects.handler(({ input, signal }) =>
    addition.searchObjects(input, signalOf(signal)),
  ),
  previewAddition: os.directory.previewAddition.handler(({ input, context, signal }) =>
    addition.previewAddition(input, actorOf(context), signalOf(signal)),
  ),
  addObjects: os.directory.addObjects.handler(({ input, context, signal }) =>
    addition.addObjects(input, actorOf(context), signalOf(signal)),
  ),
  undoAddition: os.directory.undoAddition.handler(async ({ input, context }) => {
    await addition.undoAddition(input.additionId, actorOf(context));
    return {};
  }),
  getMembership: os.directory.getMembership.handler(({ input }) => memberships.getMembership(input.userId)),
  refreshMembership: os.directory.refreshMembership.handler(({ input, context }) =>
    memberships.refreshMembership(input.userId, actorOf(context)),
  ),
});
