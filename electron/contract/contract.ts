import { alertsContract } from './alerts/alerts.contract.ts';
import { auditContract } from './audit/audit.contract.ts';
import { directoryContract, directoryProofContract } from './directory/directory.contract.ts';
import { directoryPeopleContract } from './directory/directoryPeople.contract.ts';
import { directoryServiceContract } from './directoryService/directoryService.contract.ts';
import { foldersContract } from './folders/folders.contract.ts';
import { knowledgeContract } from './knowledge/knowledge.contract.ts';
import { mailContract } from './mail/mail.contract.ts';
import { mailboxContract } from './mailbox/mailbox.contract.ts';
import { noticesContract } from './notices/notices.contract.ts';
import { rolesContract } from './roles/roles.contract.ts';
import { securityContract } from './security/security.contract.ts';
import { sessionContract } from './session/session.contract.ts';
import { settingsContract } from './settings/settings.contract.ts';
import { usersContract } from './users/users.contract.ts';
import { watchContract } from './watch/watch.contract.ts';

/** Every operation of the product, `area.verbNoun`. Both sides of each door are made from this. */
export const contract = {
  session: sessionContract,
  mail: mailContract,
  mailbox: mailboxContract,
  settings: settingsContract,
  security: securityContract,
  users: usersContract,
  roles: rolesContract,
  folders: foldersContract,
  directory: { ...directoryContract, ...directoryProofContract, ...directoryPeopleContract },
  directoryService: directoryServiceContract,
  alerts: alertsContract,
  audit: auditContract,
  notices: noticesContract,
  watch: watchContract,
  knowledge: knowledgeContract,
};
