import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Tells a screen reader, politely, what the eye sees. Stands there empty until there is something to say (WCAG 4.1.3). */
export const Announcement = ({ text }: { text: string }) => (
  <span className={useStyles().hidden} role="status" aria-live="polite">
    {text}
  </span>
);
