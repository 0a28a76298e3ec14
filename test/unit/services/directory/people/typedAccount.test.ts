import { expect, it } from 'vitest';
import { parseTypedAccount } from '../../../../../electron/services/directory/people/typedAccount.ts';

it.each(['CORP\\svc{1}', '{svc}@corp.example', '{svc}'])(
  'takes braces, as an account name may: %s',
  (name) => {
    expect(parseTypedAccount(name, 'corp.example')).not.toBeNull();
  },
);

it.each(['{2F4D8C3E-0000-4000-8000-000000001001}', ' {2f4d8c3e-0000-4000-8000-000000001001} '])(
  'takes no objectGUID, which a directory takes at a bind: %s',
  (name) => {
    expect(parseTypedAccount(name, 'corp.example')).toBeNull();
  },
);
