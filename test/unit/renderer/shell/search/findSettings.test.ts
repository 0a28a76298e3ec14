import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../electron/contract/languages.ts';
import { findSettings, type NamedSetting } from '../../../../../renderer/shell/search/findSettings.ts';
import { searchableSettings } from '../../../../../renderer/shell/search/searchableSettings.ts';
import { projectRoot } from '../../../rules/sourceFiles.ts';

const textAt = (language: string, label: string): string => {
  const [namespace = '', key = ''] = label.split(':');
  const file = path.join(projectRoot, `electron/locales/${language}/${namespace}.json`);
  const found = key
    .split('.')
    .reduce<unknown>(
      (value, step) => (value as Record<string, unknown>)[step],
      JSON.parse(readFileSync(file, 'utf8')),
    );
  if (typeof found !== 'string') throw new Error(`No text ${label} in ${language}`);
  return found;
};

const named: NamedSetting[] = searchableSettings.map((setting) => ({
  setting,
  names: [...languages.map((language) => textAt(language, setting.label)), ...setting.synonyms],
}));

const best = (text: string) => {
  const [first] = findSettings(named, text);
  return first && (first.field ?? first.area);
};

describe('the settings search', () => {
  it.each([
    ['SMTP Host', 'host'],
    ['smtp-host', 'host'],
    ['Hôte SMTP', 'host'],
    ['hote smtp', 'host'],
    ['Email.Smtp.Host', 'host'],
    ['Numéro de port', 'port'],
    ['Enable SSL', 'encryption'],
    ['SSL aktivieren', 'encryption'],
    ["Nom d'utilisateur SMTP", 'authentication.userName'],
    ['Kennwort', 'authentication.password'],
    ['Standard aus Anzeigename', 'from.displayName'],
    ['Standard-Absendername', 'from.displayName'],
    ["Nom de l'expéditeur par défaut", 'from.displayName'],
    ['Standardmäßig von Adresse', 'from.address'],
    ['Standard-Absenderadresse', 'from.address'],
    ['Sender email', 'from.address'],
    ['Warn-E-Mails aktivieren', 'emailAlerts'],
    ['recovery key', 'security'],
    ['mail.profiles.host', 'host'],
    ['authentication.userName', 'authentication.userName'],
    ['folder', 'folder'],
    ['arrival.port', 'arrival.port'],
    ['Client secret', 'authentication.client.proof.secret'],
    ['Directory ID', 'authentication.client.place.tenantId'],
    ['Mandanten-ID', 'authentication.client.place.tenantId'],
    ['OAuth2-ROPC', 'authentication.client.grant.flow'],
    ['SMTP-Domäne', 'authentication.domain'],
    ['Use default credentials', 'authentication.mode'],
    ['Kerberos', 'authentication.mode'],
    ['NTLM', 'authentication.mode'],
    ['URI de redirection', 'authentication.client.grant.flow'],
    ['Umleitungs-URI', 'authentication.client.grant.flow'],
    ['EWS', 'url'],
    ['boîte aux lettres partagée', 'mailbox'],
    ['timeoutMs', 'timeoutMs'],
    ['Connexions simultanées au maximum', 'maxConnections'],
    ['general.emailAlerts', 'emailAlerts'],
    ['general.language', 'general.language'],
    ['Thème', 'general.theme'],
    ['Auth.RestrictBasicAuthentication', 'isBasicAuthenticationRestricted'],
    ['Complexité du mot de passe', 'passwords.mustHaveSpecialCharacters'],
    ['Darf nur Großbuchstaben enthalten', 'passwords.mustHaveUppercase'],
    ['Account Lockout Seconds', 'lockout.lockSeconds'],
    ['WindowsAuth.Domain', 'domain'],
    ['WindowsAuth.Enabled', 'isEnabled'],
    ['ActiveDirectory.SearchResultsSizeLimit', 'search.size'],
    ['Domänencontroller der Reihe nach', 'controllers.hosts'],
    ['catalogue global', 'useGlobalCatalog'],
    ['annuaire', 'domain'],
    ['directory.identity.mode', 'identity.mode'],
    ['Kontosperrung', 'lockout.isEnabled'],
    ['security.sessions.onePerUser', 'sessions.onePerUser'],
    ['Postfach', 'mailbox'],
    ['default', 'defaultProfileId'],
    ['standard', 'defaultProfileId'],
    ['Profil par défaut', 'defaultProfileId'],
    ['language', 'general.language'],
    ['langue', 'general.language'],
    ['Sprache', 'general.language'],
  ])('finds %s', (text, field) => {
    expect(best(text)).toBe(field);
  });

  it('finds all settings below a key, and no setting by a step that all share', () => {
    expect(findSettings(named, 'arrival.').every(({ field }) => field?.startsWith('arrival.'))).toBe(true);
    expect(findSettings(named, 'profiles').map(({ field }) => field)).not.toContain('port');
  });

  it('finds words in any place, and nothing for nothing', () => {
    expect(findSettings(named, 'from address').map(({ field }) => field)).toContain('from.address');
    expect(findSettings(named, '  ')).toEqual([]);
    expect(findSettings(named, 'kein solches Ding')).toEqual([]);
  });
});
