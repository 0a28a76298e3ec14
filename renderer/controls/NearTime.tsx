import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { exactTime, nearTime } from '../texts/moments.ts';
import { useLanguage } from '../texts/useLanguage.ts';

const useStyles = makeStyles({
  time: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});
const minute = 60_000;

/** The present time in ms since 1970, renewed every minute. */
const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
};

type NearTimeProps = {
  /** ISO 8601. */
  moment: string;
  /** False inside something that takes the focus itself, such as a list entry. */
  focusable?: boolean;
};

/** When something was, today and yesterday by name; to the second on hover and focus. */
export const NearTime = ({ moment, focusable = true }: NearTimeProps) => {
  const language = useLanguage();
  const now = useMinute();
  return (
    <Tooltip content={exactTime(moment, language)} relationship="description">
      <time className={useStyles().time} dateTime={moment} {...(focusable ? { tabIndex: 0 } : {})}>
        {nearTime(moment, now, language)}
      </time>
    </Tooltip>
  );
};
