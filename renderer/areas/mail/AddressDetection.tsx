import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import { emailAddressSchema } from '../../../electron/contract/mail/address.ts';
import { describedError } from '../../controls/describedError.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useFieldErrorText } from '../../controls/useFieldErrorText.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { DetectedServers } from './DetectedServers.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

const useStyles = makeStyles({
  detection: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1 },
  /** Beside the input, whose label stands above it. */
  button: { marginBlockStart: '26px', flexShrink: 0 },
});

/** The text for an address that cannot be used; null: it can. */
const useAddressError = () => {
  const textOf = useFieldErrorText();
  return (address: string): string | null => {
    const [issue] = fieldIssues(emailAddressSchema.safeParse(address).error?.issues ?? [], address);
    return issue ? textOf(describedError(issue)) : null;
  };
};

type AddressDetectionProps = { address: string; onType: (address: string) => void; onBegin: BeginProfile };

/** Finds server data for an e-mail address. */
export const AddressDetection = ({ address, onType, onBegin }: AddressDetectionProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const errorOf = useAddressError();
  const [error, setError] = useState<string | null>(null);
  const detection = useMutation({
    mutationFn: (sought: string) => client.mail.detectSettings({ address: sought }),
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    const found = errorOf(address);
    setError(found);
    if (found === null) detection.mutate(address.trim());
    else input.current?.focus();
  };
  const type = (value: string) => {
    onType(value);
    setError(null);
    detection.reset();
  };
  return (
    <form className={styles.detection} noValidate onSubmit={find}>
      <div className={styles.row}>
        <Field className={styles.field} label={t('start.address')} validationMessage={error}>
          <Input
            input={{ ref: input }}
            type="email"
            value={address}
            autoComplete="off"
            onChange={(_, { value }) => type(value)}
          />
        </Field>
        <Button type="submit" className={styles.button} disabledFocusable={detection.isPending}>
          {t('start.detect')}
        </Button>
      </div>
      <FailureBar error={detection.error} />
      {detection.data && (
        <DetectedServers detection={detection.data} address={detection.variables} onBegin={onBegin} />
      )}
    </form>
  );
};
