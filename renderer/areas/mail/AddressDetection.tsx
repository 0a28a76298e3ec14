import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetectionCandidate } from '../../../electron/contract/mail/preset.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useClient } from '../../shell/ClientContext.ts';
import { presetForm } from './form/presetForm.ts';
import { OfferCard } from './OfferCard.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

const useStyles = makeStyles({
  detection: { display: 'grid', gap: tokens.spacingVerticalS },
  row: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1 },
});

/** Finds server data for an e-mail address. */
export const AddressDetection = ({ onBegin }: { onBegin: BeginProfile }) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const client = useClient();
  const [address, setAddress] = useState('');
  const detection = useMutation({
    mutationFn: () => client.mail.detectSettings({ address: address.trim() }),
  });
  const begin = (candidate: DetectionCandidate) =>
    onBegin(presetForm(address.trim().split('@')[1] ?? '', candidate, address.trim()));
  return (
    <form
      className={styles.detection}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        detection.mutate();
      }}
    >
      <div className={styles.row}>
        <Field className={styles.field} label={t('start.address')}>
          <Input
            type="email"
            value={address}
            autoComplete="off"
            onChange={(_, { value }) => setAddress(value)}
          />
        </Field>
        <Button type="submit" disabled={address.trim() === '' || detection.isPending}>
          {t('start.detect')}
        </Button>
      </div>
      <FailureBar error={detection.error} />
      {detection.data?.candidates.map((candidate, index) => (
        <OfferCard
          key={index}
          title={`${candidate.host}:${candidate.port}`}
          text={`${t(`encryptions.${candidate.encryption}.label`)} · ${t(`start.foundBy.${candidate.foundBy}`)}`}
          onChoose={() => begin(candidate)}
        />
      ))}
      {detection.data?.candidates.length === 0 && <Text>{t('start.nothing')}</Text>}
      {detection.data?.dnsAsked === false && <Text size={200}>{t('start.offline')}</Text>}
    </form>
  );
};
