import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { useMay } from '../../shell/useSession.ts';
import { useProfileCommands, useProfiles } from './mailQueries.ts';

/** While mail still ends in the built-in mailbox, a profile that works offers to take its place. */
export const DefaultOffer = ({ summary }: { summary: ProfileSummary }) => {
  const { t } = useTranslation('mail');
  const profiles = useProfiles().data?.profiles ?? [];
  const mayEdit = useMay('mail.edit');
  const { setDefault } = useProfileCommands(summary.id);
  const present = profiles.find(({ isDefault }) => isDefault);
  const offers = present?.kind === 'capture' && summary.kind !== 'capture' && summary.state === 'proven';
  if (!offers || !mayEdit) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('defaultOffer', { name: present.name })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => setDefault.mutate()}>
          {t('setDefault')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
