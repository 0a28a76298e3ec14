import { command, query } from '../operation.ts';
import { watchSchema } from './watch.ts';

/** What is watched tells what alerts tell, so who may see these may see it. */
export const watchContract = {
  /** What the last look found; asks nobody. */
  getLastWatch: query('alerts.view').output(watchSchema),
  /** Looks at everything now, without signing in anywhere; raises the alerts that are due. Who cancels waits no more. */
  runWatch: command('alerts.view', { subject: null }).output(watchSchema),
};
