import { randomBytes } from 'node:crypto';

const ofProgram = '-program';

/**
 * Rises with time, so that names sort by age; the random part keeps two of one millisecond apart. That a message is a mail
 * of the program stands in its name: so it holds also when its entry is lost and made again.
 */
export const newMessageId = (now: Date, isOfProgram: boolean): string => {
  const time = now.toISOString().toLowerCase().replace(/[:.-]/g, '');
  return `${time}-${randomBytes(4).toString('hex')}${isOfProgram ? ofProgram : ''}`;
};

/** True for a mail that the program itself sent: it may carry a code that lets somebody in. */
export const isMailOfProgram = (id: string): boolean => id.endsWith(ofProgram);
