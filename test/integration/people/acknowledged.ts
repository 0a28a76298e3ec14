export const kinds = ['administrator', 'signIn', 'user', 'role', 'rules', 'reset', 'alert'] as const;

/** What a program that is killed said is done. `id`: of the user, role or alert; of rules the revision; else empty. */
export type Acknowledged = { kind: (typeof kinds)[number]; id: string };
