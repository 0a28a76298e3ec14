/** Hands a file to the person's downloads. `content`: text or bytes. */
export const downloadFile = (fileName: string, mediaType: string, content: BlobPart): void => {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};
