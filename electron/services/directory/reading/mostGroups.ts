/** More than any honest nesting has. */
export const mostGroups = 2_000;
