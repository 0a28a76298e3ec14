import { makeStyles } from '@fluentui/react-components';

/** Lets an input take the width of its field, however narrow that is. */
export const useFieldStyles = makeStyles({
  input: { width: '100%', minWidth: 0, '& > input': { minWidth: 0 } },
});
