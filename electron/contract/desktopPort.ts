/** Name under which the desktop program, its preload script and the page pass on the one port of a page load. */
export const portMessage = 'relay-console:port';

/** Scheme and host of the pages in the desktop program. */
export const desktopOrigin = 'app://console';
