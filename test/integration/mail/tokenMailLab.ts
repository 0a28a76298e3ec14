import { type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { claimRedirectPorts } from '../../lab/oauth/redirectPorts.ts';
import { startTokenLab, type TokenLab } from './tokenLab.ts';

export type TokenMailLab = {
  mail: MailLab;
  lab: TokenLab;
  /** Tokens that the mail servers do not take, although the provider has issued them. */
  refused: Set<string>;
  /** Tokens that they were sent. */
  taken: string[];
  /** Forgets what was kept, refused and sent until now. */
  forget: () => void;
  stop: () => Promise<void>;
};

/** Starts a provider, and mail servers that ask it about tokens: each of its own is bob's. */
export const startTokenMailLab = async (): Promise<TokenMailLab> => {
  const release = await claimRedirectPorts();
  const lab = await startTokenLab();
  const refused = new Set<string>();
  const taken: string[] = [];
  const mail = await startMailLab({
    judgeToken: async (token) => {
      taken.push(token);
      return !refused.has(token) && (await lab.server.verify(token)) !== null ? 'bob' : undefined;
    },
  });
  return {
    ...{ mail, lab, refused, taken },
    forget: () => {
      lab.records.clear();
      refused.clear();
      taken.length = 0;
    },
    stop: async () => {
      await mail.stop();
      await lab.close();
      await release();
    },
  };
};
