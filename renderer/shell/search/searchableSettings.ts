import type { Area } from '../route.ts';

/** One thing that the search finds. */
export type SearchableSetting = {
  /** Null: it is in the bar above every page. */
  area: Area | null;
  /** Path of the field in its form; null: the page as a whole. */
  field: string | null;
  /** The part of the area that it is in; left out where it is in whatever is shown there. */
  id?: string;
  /** Key of its label, `namespace:key`; it is searched in every language. */
  label: string;
  /** Setting keys of other products and what their manuals call it, in any language. */
  synonyms: readonly string[];
  /** Its keys in this product's own settings, as history and files name them. */
  keys: readonly string[];
};

const mail = (field: string, ...synonyms: readonly string[]): SearchableSetting => ({
  area: 'mail',
  field,
  label: `mail:fields.${field}.label`,
  synonyms,
  keys: [field, `mail.profiles.${field}`],
});

const security = (field: string, ...synonyms: readonly string[]): SearchableSetting => ({
  area: 'security',
  field,
  label: `settings:names.security.${field}`,
  synonyms,
  keys: [field, `security.${field}`],
});

const directory = (field: string, ...synonyms: readonly string[]): SearchableSetting => ({
  area: 'security',
  field,
  id: 'directory',
  label: `directory:fields.${field}.label`,
  synonyms,
  keys: [`directory.${field}`, `directory.active.${field}`],
});

const page = (area: Area, ...synonyms: readonly string[]): SearchableSetting => ({
  area,
  field: null,
  label: `shell:areas.${area}`,
  synonyms,
  keys: [],
});

const general = (key: 'language' | 'theme', ...synonyms: readonly string[]): SearchableSetting => ({
  area: null,
  field: `general.${key}`,
  label: `settings:names.general.${key}`,
  synonyms,
  keys: [`general.${key}`],
});

const directorySettings: readonly SearchableSetting[] = [
  directory(
    'domain',
    'WindowsAuth.Domain',
    'Active Directory',
    'AD',
    'LDAP',
    'annuaire Active Directory',
    'répertoire',
    'Verzeichnis',
    'directory',
    'two-way trusted domains',
    'domaines approuvés bidirectionnels',
    'bidirektional vertrauenswürdige Domänen',
  ),
  directory(
    'isEnabled',
    'WindowsAuth.Enabled',
    'Windows Authentication',
    'authentification Windows',
    'Windows-Authentifizierung',
    'directory users',
    'Utilisateurs de répertoire',
    'Verzeichnisbenutzer',
  ),
  directory('controllers.source', 'DC', 'SRV', 'contrôleur de domaine', 'Domänencontroller'),
  directory('controllers.site', 'Active Directory site', 'AD-Standort'),
  directory('controllers.hosts', 'fail-over', 'basculement', 'Ausfallsicherung'),
  directory('dnsServers', 'name server', 'serveur de noms', 'Namensserver'),
  directory('encryption', 'LDAPS', 'StartTLS', 'LDAP signing', 'channel binding'),
  directory('trust.mode', 'domain controller certificate', 'AD CS', 'LDAPS certificate'),
  directory('identity.mode', 'Kerberos', 'SSPI', 'service account', 'compte de service', 'Dienstkonto'),
  directory('identity.userName', 'bind DN', 'bind user', 'LDAP user'),
  directory('identity.password', 'bind password', 'LDAP password'),
  directory(
    'membershipCacheHours',
    'WindowsAuth.GroupMembershipCacheExpireHours',
    'directory groups',
    'Groupes de répertoire',
    'Verzeichnisgruppen',
    'cache',
  ),
  directory('gainGuard', 'mass assignment', 'garde-fou', 'Schutzgrenze'),
  directory('search.minimumLength', 'ActiveDirectory.SearchInputMinimumLength'),
  directory('search.size', 'ActiveDirectory.SearchResultsSizeLimit', 'page size'),
  directory('search.timeSeconds', 'ActiveDirectory.SearchResultsTimeLimitSeconds'),
  directory('useGlobalCatalog', 'ActiveDirectory.UseGlobalCatalog', 'GC', '3268', '3269'),
  directory('timeoutMs', 'LDAP timeout'),
];

/** Everything that can be searched for: one row a setting. Other printed forms of a label belong here. */
export const searchableSettings: readonly SearchableSetting[] = [
  mail('name', 'session name', 'nom de session', 'Sitzungsname', 'profile', 'Profil'),
  {
    ...mail('defaultProfileId', 'default', 'standard', 'par défaut', 'Make it the default'),
    label: 'settings:names.mail.defaultProfileId',
    keys: ['defaultProfileId', 'mail.defaultProfileId'],
  },
  mail('host', 'Email.Smtp.Host', 'SMTP Host', 'SMTP-Host', 'Hôte SMTP', 'relay', 'smart host'),
  mail(
    'port',
    'Email.Smtp.Port',
    'SMTP Port',
    'SMTP-Port',
    'Port SMTP',
    'Port number',
    'Numéro de port',
    'Portnummer',
  ),
  mail(
    'encryption',
    'Email.Smtp.EnableSsl',
    'Enable SSL',
    'Activer SSL',
    'SSL aktivieren',
    'TLS',
    'STARTTLS',
  ),
  mail(
    'authentication.mode',
    'Authentication type',
    "Type d'authentification",
    'Authentifizierungstyp',
    'SMTP authentication',
    'Anmeldung',
  ),
  mail(
    'authentication.userName',
    'Email.Smtp.UserName',
    'SMTP Username',
    "Nom d'utilisateur SMTP",
    'SMTP-Benutzername',
    'Nutzername',
  ),
  mail(
    'authentication.password',
    'Email.Smtp.Password',
    'SMTP Password',
    'Mot de passe SMTP',
    'SMTP-Passwort',
    'Kennwort',
    'app password',
    'App-Passwort',
    'credential',
  ),
  mail(
    'from.address',
    'Email.Smtp.FromAddress',
    'Default From Address',
    "Adresse de l'expéditeur par défaut",
    'Standardmäßig von Adresse',
    'Sender email',
    'Absender',
  ),
  mail(
    'from.displayName',
    'Email.Smtp.FromDisplayName',
    'Default From Display Name',
    "Nom de l'adresse de l'expéditeur affiché par défaut",
    'Standard vom Anzeigenamen',
    'Standard aus Anzeigename',
  ),
  mail(
    'testRecipient',
    'Test email recipient',
    "Destinataire de l'e-mail de test",
    'Empfänger der Test-E-Mail',
  ),
  mail('trust.mode', 'certificate', 'certificat', 'Zertifikat', 'CA', 'PKI'),
  mail('arrival.protocol', 'IMAP', 'POP3', 'mailbox'),
  mail('arrival.host', 'IMAP host', 'POP3 host'),
  mail('arrival.port', 'IMAP port', 'POP3 port'),
  mail('arrival.encryption', 'IMAPS', 'POP3S'),
  mail('arrival.trust.mode'),
  mail('arrival.userName'),
  mail('arrival.password'),
  mail('folder', 'pickup', 'PickupDirectoryLocation', 'collecte', 'Abholordner'),
  mail('clientName', 'EHLO', 'HELO'),
  mail(
    'timeoutMs',
    'Email.Smtp.ConnectionTimeout',
    'Connection timeout',
    'time-out',
    "délai d'attente",
    'Zeitlimit',
  ),
  mail(
    'maxConnections',
    'concurrent connections',
    'parallel connections',
    'connexions concurrentes',
    'parallele Verbindungen',
  ),
  {
    ...mail(
      'emailAlerts',
      'Email.EnableAlerts',
      'Enable email alerts',
      'Activer les alertes par e-mail',
      'Warn-E-Mails aktivieren',
      'Alerts.Email.Enabled',
    ),
    keys: ['general.emailAlerts', 'emailAlerts'],
  },
  general('language', 'English', 'Français', 'Deutsch', 'locale'),
  general('theme', 'dark mode', 'mode sombre', 'Dunkelmodus', 'contrast'),
  page(
    'security',
    'vault',
    'passphrase',
    'recovery key',
    'coffre',
    'phrase secrète',
    'Tresor',
    'Schutz',
    'protection',
  ),
  security(
    'passwords.mustHaveSpecialCharacters',
    'Password Complexity',
    'Complexité du mot de passe',
    'symbols',
  ),
  security('passwords.mustHaveLowercase', 'Passwortkomplexität', 'lettres minuscules', 'Kleinschreibung'),
  security(
    'passwords.mustHaveUppercase',
    'Darf nur Großbuchstaben enthalten',
    'lettres majuscules',
    'Großschreibung',
  ),
  security('passwords.mustHaveDigits', 'numbers', 'nombres', 'Zahlen'),
  security('passwords.minimumLength', 'password length', 'longueur du mot de passe', 'Passwortlänge'),
  security('passwords.expirationDays', 'password age', 'expiration', 'Ablauf', 'Passwortalter'),
  security('passwords.previousPasswords', 'password history', 'historique', 'Passwortverlauf'),
  security('passwords.mustChangeOnFirstSignIn', 'first sign-in', 'initial password', 'Erstanmeldung'),
  security('lockout.isEnabled', 'Account Lockout', 'Verrouillage du compte', 'Kontosperrung'),
  security('lockout.lockSeconds', 'lockout duration', 'durée du blocage', 'Sperrzeit'),
  security('lockout.attempts', 'failed attempts', 'brute force', 'échecs', 'Fehlversuche'),
  security(
    'sessions.idleMinutes',
    'idle time-out',
    'session timeout',
    'inactivité',
    'Leerlauf',
    'Inaktivität',
  ),
  security('sessions.absoluteHours', 'session length', 'durée de la session', 'Sitzungsdauer'),
  security('sessions.onePerUser', 'concurrent sessions', 'sessions simultanées', 'gleichzeitige Sitzungen'),
  security(
    'isBasicAuthenticationRestricted',
    'Auth.RestrictBasicAuthentication',
    'Basic authentication',
    'authentification de base',
    'Standardauthentifizierung',
    'HTTP Basic',
    'API',
  ),
  security('audit.retentionDays', 'audit retention', 'rétention', 'Aufbewahrung', 'purge'),
  ...directorySettings,
  page('mailbox', 'capture', 'inbox', 'boîte aux lettres', 'Postfach'),
  page('notices', 'outbox', 'rehearsal', 'essai', 'Probe', 'password reset', 'Passwort zurücksetzen'),
  {
    area: 'notices',
    field: 'publicUrl',
    label: 'settings:names.general.publicUrl',
    synonyms: ['public URL', 'base URL', 'link', 'lien', 'forgotten password'],
    keys: ['general.publicUrl', 'publicUrl'],
  },
  page('history', 'revision', 'révision', 'restore', 'wiederherstellen'),
  page('audit', 'log', 'journal', 'Protokoll', 'who did what', 'Revisionsprotokoll'),
  page('explain', 'error', 'erreur', 'Fehler', 'bounce', 'NDR'),
];
