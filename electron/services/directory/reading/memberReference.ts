/** A member that a group only names. Two with the same key are the same. */
export type MemberReference = {
  /** Of another domain of the forest its distinguished name, of another forest its SID. */
  kind: 'name' | 'sid';
  value: string;
  key: string;
};

/** What two objects of the same name were called after they met (MS-ADTS 3.1.1.5.1.4) is no part of the SID. */
const standIn = /^CN=([^,\\]+)(?:\\0A[^,]*)?,CN=ForeignSecurityPrincipals,DC=/i;

/** Somebody of another forest stands in the group's own domain only as foreignSecurityPrincipal (MS-ADTS 6.1.1.4.10). */
export const isStandIn = (distinguishedName: string): boolean => standIn.test(distinguishedName);

export const nameKey = (distinguishedName: string): string => distinguishedName.toLowerCase();

export const toReference = (distinguishedName: string): MemberReference => {
  const sid = standIn.exec(distinguishedName)?.[1]?.toUpperCase();
  return sid === undefined
    ? { kind: 'name', value: distinguishedName, key: nameKey(distinguishedName) }
    : { kind: 'sid', value: sid, key: sid };
};
