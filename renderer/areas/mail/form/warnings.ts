import type { MailForm } from './mailForm.ts';

/**
 * True when the sender is not the account that signs in. Many servers refuse that, relays and Send-As allow it, so it
 * is a warning and the proof tells what the server says (REQUIREMENTS M10).
 */
export const senderDiffers = ({ authentication, from }: MailForm): boolean => {
  const { mode, userName } = authentication;
  if (mode === 'none' || userName.source !== 'value' || !userName.value.includes('@')) return false;
  return from.address !== '' && userName.value.trim().toLowerCase() !== from.address.trim().toLowerCase();
};

/** True when the password would, or could, travel unencrypted. */
export const passwordInClear = ({ authentication, encryption }: MailForm): 'surely' | 'perhaps' | null => {
  if (authentication.mode === 'none') return null;
  if (encryption === 'none') return 'surely';
  return encryption === 'starttlsIfOffered' ? 'perhaps' : null;
};
