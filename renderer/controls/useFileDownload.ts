import { useMutation } from '@tanstack/react-query';
import { downloadFile } from './downloadFile.ts';

/** A file as a call gives it. */
export type CarriedFile = { fileName: string; mediaType: string; base64: string };

/** Fetches a file and gives it to the person to save. */
export const useFileDownload = (fetchFile: () => Promise<CarriedFile>) =>
  useMutation({
    mutationFn: fetchFile,
    onSuccess: ({ fileName, mediaType, base64 }) =>
      downloadFile(
        fileName,
        mediaType,
        Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
      ),
  });
