import type { Finding } from '../../../contract/proof/finding.ts';
import type { AlertService } from '../../alerts/alertService.ts';
import type { AlertStore, StoredAlert } from '../../../stores/alerts/alertStore.ts';

export type ReaderAlarmParts = {
  findLast: AlertStore['findLast'];
  raise: AlertService['raise'];
  /** Is told what kept an alert from being raised. */
  report: (error: unknown) => void;
};

const isSame = ({ parameters }: StoredAlert, told: StoredAlert['parameters']): boolean =>
  ['userName', 'finding'].every((name) => parameters[name] === told[name]);

/**
 * Tells that the identity that reads is refused, and that it is let in again (S08): once each, however often it is tried and by
 * whichever process, for what was told last is what is stored.
 */
export const createReaderAlarm = ({ findLast, raise, report }: ReaderAlarmParts) => {
  let last: Promise<void> = Promise.resolve();

  const findOpen = async (): Promise<StoredAlert | null> => {
    const refused = await findLast('readerRefused');
    const accepted = await findLast('readerAccepted');
    return refused !== null && refused.id > (accepted?.id ?? 0) ? refused : null;
  };

  const tell = async (refusal: Finding | null): Promise<void> => {
    const open = await findOpen();
    if (refusal === null) {
      if (open !== null)
        await raise({ severity: 'Info', component: 'directory', code: 'readerAccepted', parameters: {} });
      return;
    }
    const { reason, ...named } = refusal.parameters;
    const parameters = { ...named, finding: reason ?? refusal.code };
    if (open === null || !isSame(open, parameters))
      await raise({ severity: 'Error', component: 'directory', code: 'readerRefused', parameters });
  };

  return {
    /** What came of a sign-in at home; null: it was let in. Nobody waits for it. */
    note: (refusal: Finding | null): void => {
      last = last.then(() => tell(refusal)).catch(report);
    },
    /** When all that was noted is told. */
    settle: (): Promise<void> => last,
  };
};

export type ReaderAlarm = ReturnType<typeof createReaderAlarm>;
