import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Language } from '../../../electron/contract/languages.ts';
import type { proofReportSchema } from '../../../electron/contract/mail/mail.contract.ts';
import { downloadFile } from '../../controls/downloadFile.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

/** Makes the report of a proof that this program made since it started. */
export type CreateReport = (input: {
  proofId: string;
  format: 'html' | 'json';
  language: Language;
}) => Promise<z.infer<typeof proofReportSchema>>;

/** The report of a proof, to hand to the team that must act (REQUIREMENTS N13). */
export const ReportMenu = ({ proofId, create }: { proofId: string; create: CreateReport }) => {
  const { t } = useTranslation('proof');
  const language = useLanguage();
  const showFailure = useFailureToast();
  const report = useMutation({
    mutationFn: (format: 'html' | 'json') => create({ proofId, format, language }),
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
