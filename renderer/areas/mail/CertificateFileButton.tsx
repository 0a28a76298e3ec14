import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateText } from './form/certificateText.ts';

type CertificateFileButtonProps = { disabled: boolean; onRead: (pem: string) => void };

/** Reads a certificate file of the person's own machine, PEM or DER. */
export const CertificateFileButton = ({ disabled, onRead }: CertificateFileButtonProps) => {
  const { t } = useTranslation('mail');
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined) => {
    if (file) onRead(certificateText(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pem,.crt,.cer,.der,.p7b"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <Button size="small" disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {t('certificateFile')}
      </Button>
    </>
  );
};
