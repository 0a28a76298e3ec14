import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { personLimitMs } from '../../../electron/contract/proof/personLimit.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { isWebAddress } from '../../controls/webAddress.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** Leads to the page on which somebody signs in, with the browser of this machine. */
export const BrowserSignIn = ({ url }: { url: string }) => {
  const { t } = useTranslation('proof');
  return (
    <>
      <Text size={200}>{t('person.browser.text')}</Text>
      <Text size={200}>{t('person.browser.limit', { minutes: personLimitMs / 60_000 })}</Text>
      <div className={useStyles().actions}>
        {isWebAddress(url) && (
          <Button
            as="a"
            size="small"
            appearance="primary"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('person.browser.open')}
          </Button>
        )}
        <CopyButton text={url} what={t('person.address')} />
      </div>
    </>
  );
};
