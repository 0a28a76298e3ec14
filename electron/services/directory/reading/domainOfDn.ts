/**
 * The DNS name of the domain that an object of Active Directory stands in (MS-ADTS 3.1.1.1.5): the DC components at the end of
 * its distinguished name, in small letters. Empty for a name that has none.
 */
export const domainOfDn = (distinguishedName: string): string => {
  const [tail = ''] = /(?:(?:^|,)DC=[^,\\=]+)+$/i.exec(distinguishedName) ?? [];
  return tail
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.slice('DC='.length).toLowerCase())
    .join('.');
};

/** The distinguished name of a domain's head: `DC=corp,DC=example` for `corp.example`. */
export const dnOfDomain = (domain: string): string =>
  domain
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');
