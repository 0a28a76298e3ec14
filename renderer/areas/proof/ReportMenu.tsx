import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadFile } from '../../controls/downloadFile.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

/** The report of a proof, to hand to the team that must act (REQUIREMENTS N13). */
export const ReportMenu = ({ proofId }: { proofId: string }) => {
  const { t } = useTranslation('proof');
  const client = useClient();
  const language = useLanguage();
  const showFailure = useFailureToast();
  const report = useMutation({
    mutationFn: (format: 'html' | 'json') => client.mail.createProofReport({ proofId, format, language }),
    onSuccess: ({ fileName, mediaType, content }) => downloadFile(fileName, mediaType, content),
    onError: showFailure,
  });
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small">{t('report.title')}</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => report.mutate('html')}>{t('report.html')}</MenuItem>
          <MenuItem onClick={() => report.mutate('json')}>{t('report.json')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
