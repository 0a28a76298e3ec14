import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { proofLimitSchema } from '../../../electron/contract/mail/mail.contract.ts';
import { proofRecipient } from '../../../electron/contract/mail/proofRecipient.ts';
import { useSession } from '../../shell/useSession.ts';
import { checkInForm, limitOf } from './proofLimit.ts';
import type { MailProof } from './useMailProof.ts';
import { useMailValue } from './useMailValue.ts';

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
  const isRelay = useMailValue(({ kind }) => kind === 'smtp');
  const check = useMailValue(checkInForm);
  const canArrive = check !== null;
  const testRecipient = useMailValue((form) => form.testRecipient || null);
  const sender = useMailValue(({ from }) => from.address);
  const isSomebody = (useSession().data?.userId ?? null) !== null;
  const choice = { testRecipient, sender, looksIntoMailbox: canArrive };
  const limits = proofLimitSchema.options.filter((limit) => limit !== 'arrive' || canArrive);
  return (
    <div className={styles.options}>
      {isRelay && (
        <Field className={styles.option} label={t('proof.until')} orientation="horizontal" size="small">
          <Select
            className={styles.control}
            size="small"
            value={limitOf(proof.until, check)}
            aria-disabled={proof.running}
            onChange={(_, { value }) =>
              proof.running || proof.setUntil({ limit: proofLimitSchema.parse(value), check })
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
