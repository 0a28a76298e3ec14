import type { DeliveryParts } from '../../../../../electron/services/mail/proof/deliveryPlan.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('Only servers of mail are expected here.');
};

/** For deliveries that need neither a token nor a proxy, and have no ticket to show, nor Outlook. */
export const onlyServers: Pick<
  DeliveryParts,
  'tokens' | 'ownTokenHolder' | 'findProxy' | 'findTicket' | 'outlook'
> = {
  tokens: { findEndpoints: unexpected, getToken: unexpected },
  ownTokenHolder: unexpected,
  findProxy: async () => ({ proxy: null, ignored: [] }),
  findTicket: async () => null,
  outlook: { start: unexpected, platform: 'linux', environment: {} },
};
