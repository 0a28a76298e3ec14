/** Tells a password keeper whose password is typed; people need not see it. */
export const UserNameInput = ({ user }: { user: string }) => (
  <input type="text" name="username" autoComplete="username" value={user} readOnly hidden />
);
