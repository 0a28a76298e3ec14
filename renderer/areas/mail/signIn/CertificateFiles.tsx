import { Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateContent } from './certificateContent.ts';

/** Bytes of the largest file that is read; in base64 that is what the contract takes. */
const largestFile = 98_304;

const readAll = async (files: readonly File[]): Promise<string> => {
  const contents = files.map(async (file) => certificateContent(new Uint8Array(await file.arrayBuffer())));
  return (await Promise.all(contents)).join('\n');
};

type CertificateFilesProps = { disabled: boolean; onRead: (content: string) => void };

/** Reads a PFX file, or PEM files: certificate and private key may lie in two. */
export const CertificateFiles = ({ disabled, onRead }: CertificateFilesProps) => {
  const { t } = useTranslation(['editor', 'mail']);
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable' | null>(null);
  const read = async (files: readonly File[]) => {
    if (files.some(({ size }) => size > largestFile)) return setProblem('tooLarge');
    try {
      onRead(await readAll(files));
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
        multiple
        accept=".pfx,.p12,.pem,.crt,.cer,.key"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) void read(files);
          /** Else the same file, corrected meanwhile, could not be chosen again. */
          target.value = '';
        }}
      />
      <Button size="small" disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {t('mail:certificate.choose')}
      </Button>
      {problem && <Text role="alert"> {t(`mail:certificate.${problem}`)}</Text>}
    </>
  );
};
