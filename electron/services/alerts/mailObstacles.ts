import { type AlertMailObstacle, alertMailObstacles } from '../../contract/alerts/alert.ts';
import { isEmailAddress } from '../../contract/mail/address.ts';
import type { DueMailsParts } from './dueMails.ts';

export type MailObstacleParts = Pick<DueMailsParts, 'isMailEnabled' | 'mayView'> & {
  findUser: (id: string) => Promise<{ name: string; mail: string | null } | null>;
  /** What becomes of a mail of the program: `none`: there is no profile in force. */
  defaultDelivery: () => Promise<'sent' | 'captured' | 'none'>;
};

/** Says what keeps alerts from reaching a user by mail, so that nobody waits for mails that never come. */
export const createMailObstacles =
  ({ isMailEnabled, mayView, findUser, defaultDelivery }: MailObstacleParts) =>
  async (userId: string): Promise<AlertMailObstacle[]> => {
    const delivery = await defaultDelivery();
    const address = (await findUser(userId))?.mail ?? '';
    const present: Record<AlertMailObstacle, boolean> = {
      mailOff: !(await isMailEnabled()),
      noProfile: delivery === 'none',
      captured: delivery === 'captured',
      noAddress: !isEmailAddress(address),
      notAllowed: !(await mayView(userId)),
    };
    return alertMailObstacles.filter((obstacle) => present[obstacle]);
  };
