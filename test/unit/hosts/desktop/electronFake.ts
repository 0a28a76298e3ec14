import { EventEmitter } from 'node:events';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMain,
  MessagePortMain,
  Session,
  WebContents,
} from 'electron';
import { portMessage } from '../../../../electron/contract/desktopPort.ts';

/** A main frame at our origin. */
export const pageFrame = (origin = 'app://console') => ({ origin, url: `${origin}/` });

export const createContentsFake = () => {
  const events = new EventEmitter();
  let openWindow: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  const contents = Object.assign(events, {
    mainFrame: pageFrame(),
    setWindowOpenHandler: (handler: typeof openWindow) => (openWindow = handler),
  });
  return {
    contents: contents as unknown as WebContents,
    /** True when the page was kept from it. */
    isPrevented: (event: string, details: object = {}): boolean => {
      let prevented = false;
      events.emit(event, { ...details, preventDefault: () => (prevented = true) });
      return prevented;
    },
    emit: (event: string) => events.emit(event),
    openWindow: (url: string) => openWindow({ url } as Parameters<typeof openWindow>[0]),
  };
};

/** Remembers what it was given and what it answers. */
export const createSessionFake = () => {
  const handlers = new Map<string, unknown>();
  const keep = (name: string) => (handler: unknown) => handlers.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    protocol: { handle: (scheme: string, handler: unknown) => handlers.set(`${scheme}:`, handler) },
  };
  return {
    session: session as unknown as Session,
    handler: <Kind>(name: string) => handlers.get(name) as Kind,
  };
};

/** A port of Electron's main process over a port of this process. */
export const asMainPort = (port: MessagePort) => {
  const events = new EventEmitter();
  port.addEventListener('message', ({ data }) =>
    events.emit('message', { data: data as unknown, ports: [] }),
  );
  port.addEventListener('close', () => events.emit('close'));
  return Object.assign(events, {
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  });
};

export const createIpcFake = () => {
  const events = new EventEmitter();
  return {
    ipcMain: events as unknown as IpcMain,
    /** What the preload script sends, from a sender and frame of choice. */
    sendPorts: (ports: MessagePortMain[], sender: WebContents, senderFrame: object | null) =>
      events.emit(portMessage, { ports, sender, senderFrame }),
    listenerCount: () => events.listenerCount(portMessage),
  };
};

export const createWindowFake = (contents: WebContents) => {
  const seen: {
    options?: BrowserWindowConstructorOptions;
    loaded: string[];
    shown: number;
    destroyed: number;
  } = {
    loaded: [],
    shown: 0,
    destroyed: 0,
  };
  class WindowFake extends EventEmitter {
    readonly webContents = contents;
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      seen.options = options;
    }
    loadURL(url: string): Promise<void> {
      seen.loaded.push(url);
      return Promise.resolve();
    }
    destroy(): void {
      seen.destroyed += 1;
    }
    show(): void {
      seen.shown += 1;
    }
  }
  return { BrowserWindow: WindowFake as unknown as typeof BrowserWindow, seen };
};

/** An account whose programs share a lock when they share `userData`; `sessionData` follows it until it is set. */
export const createAccountFake = (userData: string) => {
  const locked = new Set<string>();
  const startApp = (): Pick<App, 'getPath' | 'setPath' | 'requestSingleInstanceLock'> => {
    const paths = new Map([['userData', userData]]);
    const getPath = (name: string): string => paths.get(name) ?? paths.get('userData') ?? '';
    return {
      getPath,
      setPath: (name, folder) => void paths.set(name, folder),
      requestSingleInstanceLock: () => {
        const isFree = !locked.has(getPath('userData'));
        locked.add(getPath('userData'));
        return isFree;
      },
    };
  };
  return { startApp };
};
