import { directionControls } from '../../protocols/text/controlCharacters.ts';

const forbidden = /[\p{Cc}\\/:*?"<>|]/gu;
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const longest = 120;

const shorten = (name: string): string => {
  if (name.length <= longest) return name;
  const extension = /\.[^.]{1,15}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longest - extension.length) + extension;
};

/** A file name that Windows and every other system takes, without a path: made from the one that the sender chose. */
export const attachmentName = (sent: string | null, index: number): string => {
  const name = (sent ?? '')
    .replace(directionControls, '')
    .replace(forbidden, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return `attachment-${index + 1}`;
  return shorten(reserved.test(name) ? `_${name}` : name);
};
