import { ipcRenderer } from 'electron';
import { desktopOrigin, portMessage } from '../contract/desktopPort.ts';

/**
 * Hands one end of one channel to the program and the other to our page, once a page load, and nothing else: no
 * function of Electron is in reach of the page. At this event the page's own script has run and listens.
 */
addEventListener(
  'DOMContentLoaded',
  () => {
    if (location.origin !== desktopOrigin) return;
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(portMessage, null, [port1]);
    window.postMessage(portMessage, desktopOrigin, [port2]);
  },
  { once: true },
);
