import type { WatchService } from '../../services/watch/watchService.ts';
import type { Implementer } from '../implementer.ts';
import { signalOf } from '../signalOf.ts';

/** Answers the operations of `watch`; failures are those of the stores. */
export const createWatchOperations = (os: Implementer, watch: Pick<WatchService, 'getLast' | 'run'>) => ({
  getLastWatch: os.watch.getLastWatch.handler(() => watch.getLast()),
  runWatch: os.watch.runWatch.handler(({ signal }) => watch.run(signalOf(signal))),
});
