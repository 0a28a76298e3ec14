import type { Trust } from '../../electron/contract/mail/profile.ts';

/** How the form keeps which certificates are believed. */
export type TrustForm = { mode: 'system' | 'certificate'; pem: string };

/** What the form shows of a trust. */
export const trustToForm = (trust: Trust): TrustForm =>
  trust.mode === 'certificate' ? trust : { mode: 'system', pem: '' };

/** What the form means by it; the contract's schema judges it. */
export const trustFromForm = ({ mode, pem }: TrustForm): unknown =>
  mode === 'system' ? { mode } : { mode, pem };
