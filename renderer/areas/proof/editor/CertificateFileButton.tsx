import { Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateText } from './certificateText.ts';

/** Bytes of the largest file that is read: what the contract takes as PEM text. */
const largestFile = 65_536;

type CertificateFileButtonProps = { disabled: boolean; onRead: (pem: string) => void };

/** Reads a certificate file of the person's own machine, PEM or DER, and says so when that cannot be read. */
export const CertificateFileButton = ({ disabled, onRead }: CertificateFileButtonProps) => {
  const { t } = useTranslation('editor');
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable' | null>(null);
  const read = async (file: File) => {
    if (file.size > largestFile) return setProblem('tooLarge');
    try {
      onRead(certificateText(new Uint8Array(await file.arrayBuffer())));
      setProblem(null);
    } catch {
      setProblem('unreadable');
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pem,.crt,.cer,.der"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void read(file);
          /** Else the same file, corrected meanwhile, could not be chosen again. */
          target.value = '';
        }}
      />
      <Button size="small" disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {t('certificateFile.choose')}
      </Button>
      {problem && <Text role="alert"> {t(`certificateFile.${problem}`)}</Text>}
    </>
  );
};
