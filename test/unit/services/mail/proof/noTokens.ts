import type { DeliveryParts } from '../../../../../electron/services/mail/proof/deliveryPlan.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('Nothing but the message is expected here.');
};

/** For deliveries that need neither a token, nor a proxy, nor Outlook. */
export const noTokens: Pick<DeliveryParts, 'tokens' | 'ownTokenHolder' | 'findProxy' | 'outlook'> = {
  tokens: { findEndpoints: unexpected, getToken: unexpected },
  ownTokenHolder: unexpected,
  findProxy: async () => null,
  outlook: { start: unexpected, platform: 'linux', environment: {} },
};
