export const securityTabs = ['rules', 'directory'] as const;
type SecurityTab = (typeof securityTabs)[number];

/** The tab that the address names after `settings/security/`: `directory`, else the first one. */
export const securityTabOf = (address: string | null): SecurityTab =>
  address === 'directory' ? 'directory' : 'rules';
