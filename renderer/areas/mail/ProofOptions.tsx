import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { proofLimitSchema } from '../../../electron/contract/mail/mail.contract.ts';
import { proofRecipient } from '../../../electron/contract/mail/proofRecipient.ts';
import { useSession } from '../../shell/useSession.ts';
import type { MailForm } from './form/mailForm.ts';
import { limitOf } from './proofLimit.ts';
import type { MailProof } from './useMailProof.ts';

const useStyles = makeStyles({
  options: { display: 'grid', gap: tokens.spacingVerticalXS },
  /** Label and control in one line: the room above belongs to what went wrong. */
  option: { gridTemplateColumns: '120px minmax(0, 1fr)' },
  control: { minWidth: 0 },
});

/** How far the proof goes, and to whom its message. While it runs nothing is disabled: that would lose the focus. */
export const ProofOptions = ({ proof }: { proof: MailProof }) => {
  const { t } = useTranslation(['mail', 'editor']);
  const styles = useStyles();
  const form = useFormContext<MailForm>().watch();
  const canArrive = form.arrival.protocol !== 'none';
  const isSomebody = (useSession().data?.userId ?? null) !== null;
  const choice = {
    testRecipient: form.testRecipient || null,
    sender: form.from.address,
    looksIntoMailbox: form.kind === 'smtp' && canArrive,
  };
  const limits = proofLimitSchema.options.filter((limit) => limit !== 'arrive' || canArrive);
  return (
    <div className={styles.options}>
      {form.kind === 'smtp' && (
        <Field className={styles.option} label={t('proof.until')} orientation="horizontal" size="small">
          <Select
            className={styles.control}
            size="small"
            value={limitOf(proof.until, canArrive)}
            aria-disabled={proof.running}
            onChange={(_, { value }) =>
              proof.running || proof.setUntil({ limit: proofLimitSchema.parse(value), canArrive })
            }
          >
            {limits.map((limit) => (
              <option key={limit} value={limit}>
                {t(`editor:limits.${limit}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field className={styles.option} label={t('proof.recipient')} orientation="horizontal" size="small">
        <Input
          className={styles.control}
          size="small"
          type="email"
          value={proof.recipient}
          placeholder={proofRecipient(choice, isSomebody ? t('proof.you') : null)}
          readOnly={proof.running}
          autoComplete="off"
          onChange={(_, { value }) => proof.setRecipient(value)}
        />
      </Field>
    </div>
  );
};
