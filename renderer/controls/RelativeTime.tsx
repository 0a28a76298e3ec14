import { makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { exactTime, relativeTime } from '../texts/moments.ts';
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

type RelativeTimeProps = {
  /** ISO 8601. */
  moment: string;
  /** False inside something that takes the focus itself, such as a list entry. */
  focusable?: boolean;
};

/** How long ago something was; the exact time on hover and focus. */
export const RelativeTime = ({ moment, focusable = true }: RelativeTimeProps) => {
  const language = useLanguage();
  const now = useMinute();
  return (
    <Tooltip content={exactTime(moment, language)} relationship="description">
      <time className={useStyles().time} dateTime={moment} {...(focusable ? { tabIndex: 0 } : {})}>
        {relativeTime(moment, now, language)}
      </time>
    </Tooltip>
  );
};
