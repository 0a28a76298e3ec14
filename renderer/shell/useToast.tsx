import { Toast, ToastBody, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../texts/useFailureText.ts';

export const toasterId = 'toasts';

/** Shows a short success; it goes away by itself. */
export const useToast = (): ((text: string) => void) => {
  const { dispatchToast } = useToastController(toasterId);
  return (text) =>
    dispatchToast(
      <Toast>
        <ToastTitle>{text}</ToastTitle>
      </Toast>,
      { intent: 'success', timeout: 5_000 },
    );
};

/** Shows why a call was refused; it stays until it is dismissed. */
export const useFailureToast = (): ((error: unknown) => void) => {
  const { t } = useTranslation();
  const { dispatchToast } = useToastController(toasterId);
  const textOf = useFailureText();
  return (error) => {
    const { title, advice } = textOf(error);
    const dismiss = (
      <ToastTrigger>
        <Button
          appearance="transparent"
          size="small"
          aria-label={t('controls.dismiss')}
          icon={<Dismiss16Regular />}
        />
      </ToastTrigger>
    );
    dispatchToast(
      <Toast>
        <ToastTitle action={dismiss}>{title}</ToastTitle>
        <ToastBody>{advice}</ToastBody>
      </Toast>,
      { intent: 'error', timeout: -1 },
    );
  };
};
