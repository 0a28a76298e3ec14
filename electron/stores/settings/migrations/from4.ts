import { z } from 'zod';
import type { Migration } from './migrate.ts';

const object = z.record(z.string(), z.unknown());

/** Gives the object in a field as another one; what is none stays for the schema to refuse. */
const inField = (
  owner: Record<string, unknown>,
  name: string,
  change: (inner: Record<string, unknown>) => unknown,
): Record<string, unknown> => {
  const inner = object.safeParse(owner[name]);
  return inner.success ? { ...owner, [name]: change(inner.data) } : owner;
};

const withMechanism = (authentication: Record<string, unknown>) =>
  authentication['mode'] === 'password' ? { ...authentication, mechanism: null } : authentication;

const withSignIn = ({ userName, password, ...arrival }: Record<string, unknown>) => ({
  ...arrival,
  authentication: { mode: 'password', userName, password, mechanism: null },
});

const withWays = (values: Record<string, unknown>) =>
  inField(inField(values, 'authentication', withMechanism), 'arrival', withSignIn);

const withSides = (profile: Record<string, unknown>) =>
  inField(inField(profile, 'active', withWays), 'draft', withWays);

const inEach = (list: unknown): unknown =>
  Array.isArray(list)
    ? list.map((entry: unknown) => {
        const profile = object.safeParse(entry);
        return profile.success ? withSides(profile.data) : entry;
      })
    : list;

/** Version 5 can sign in in more ways than one: a password names its mechanism, and a mailbox has a sign-in of its own. */
export const from4: Migration = {
  from: 4,
  apply: (content) => inField(content, 'mail', (mail) => ({ ...mail, profiles: inEach(mail['profiles']) })),
};
