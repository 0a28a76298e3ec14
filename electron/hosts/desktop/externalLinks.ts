/** True for a link that may leave the program: a web page over TLS or a mail, without a password in it. */
export const mayLeave = (link: string): boolean => {
  if (!URL.canParse(link)) return false;
  const { protocol, username, password } = new URL(link);
  return (protocol === 'https:' || protocol === 'mailto:') && username === '' && password === '';
};
