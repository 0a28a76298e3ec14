import type { Cloud } from './oauthClient.ts';

/** Where a cloud of Microsoft is. */
export type CloudPlaces = {
  /** Host of the authority: `https://<host>/<tenant>`. */
  login: string;
  /** Host of Microsoft Graph (learn.microsoft.com/graph/deployments). */
  graph: string;
  /** Submission, port 587. */
  smtp: string;
  /** Host of IMAP and of EWS, and the resource that tokens for mail are for. */
  outlook: string;
  /** Hosts above that no page of Microsoft confirms. */
  unverified: readonly ('smtp' | 'outlook')[];
};

/** Looked up on 20 November 2026. */
export const cloudPlaces: Readonly<Record<Cloud, CloudPlaces>> = {
  global: {
    login: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    smtp: 'smtp.office365.com',
    outlook: 'outlook.office365.com',
    unverified: [],
  },
  usGccHigh: {
    login: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    smtp: 'smtp.office365.us',
    outlook: 'outlook.office365.us',
    unverified: ['smtp', 'outlook'],
  },
  china: {
    login: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    smtp: 'smtp.partner.outlook.cn',
    outlook: 'partner.outlook.cn',
    unverified: ['smtp', 'outlook'],
  },
};
