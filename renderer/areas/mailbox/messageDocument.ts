import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';

const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A template, too: the frame's parser would make a shadow tree of it, into which no search reaches. */
const removed = 'template, script, base, meta[http-equiv], link, iframe, frame, object, embed, portal';

/** Whatever is not in the message itself; a relative address would lead to this console. */
const isRemote = (address: string): boolean => /^(?:https?|ftp):/i.test(address);

/** A link that leads nowhere and shows on hover where it would have led. */
const disarmLink = (link: Element): void => {
  const target = link.getAttribute('href') ?? link.getAttribute('xlink:href');
  if (target !== null) link.setAttribute('title', target);
  for (const attribute of ['href', 'xlink:href', 'target', 'ping']) link.removeAttribute(attribute);
};

const metaOf = (document: Document, attributes: Readonly<Record<string, string>>): Element => {
  const meta = document.createElement('meta');
  for (const [name, value] of Object.entries(attributes)) meta.setAttribute(name, value);
  return meta;
};

/** The content id of a `cid:` address, in which some characters may be escaped (RFC 2392). */
const contentIdOf = (address: string): string | null =>
  /^cid:/i.test(address)
    ? address
        .slice('cid:'.length)
        .replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : null;

/** Puts pictures that came with the message where it names them. */
const embedPictures = (document: Document, pictures: Message['pictures']): void => {
  for (const image of document.querySelectorAll('img')) {
    const contentId = contentIdOf(image.getAttribute('src') ?? '');
    const picture = pictures.find((candidate) => candidate.contentId === contentId);
    if (picture) image.src = `data:${picture.mediaType};base64,${picture.base64}`;
  }
};

/** A light page even in a dark console: senders choose dark letters and rely on white paper. */
const paperOf = (document: Document): Element => {
  const style = document.createElement('style');
  style.textContent =
    ':root { color-scheme: light; background: Canvas; color: CanvasText; font-family: sans-serif; }';
  return style;
};

export type MessageDocument = {
  /** For `srcdoc` of a frame with `sandbox=""`. */
  source: string;
  /** Pictures on other servers that the message asks for and that are not loaded. */
  remotePictures: number;
};

/**
 * Makes the HTML of a message fit to be shown: its own Content-Security-Policy comes first and allows nothing but
 * inline styles and the pictures that came with it, whatever runs or loads is taken out, and links lead nowhere. The sandbox and
 * the policy are what protects; taking things out only keeps broken frames and console errors away.
 */
export const messageDocument = (html: string, pictures: Message['pictures']): MessageDocument => {
  const document = new DOMParser().parseFromString(html, 'text/html');
  for (const element of document.querySelectorAll(removed)) element.remove();
  const remotePictures = [...document.querySelectorAll('img')].filter(({ src }) => isRemote(src));
  for (const picture of remotePictures) picture.removeAttribute('src');
  embedPictures(document, pictures);
  for (const link of document.querySelectorAll('a, area')) disarmLink(link);
  for (const form of document.querySelectorAll('form')) form.removeAttribute('action');
  document.head.prepend(
    metaOf(document, { 'http-equiv': 'Content-Security-Policy', content: policy }),
    metaOf(document, { charset: 'utf-8' }),
    paperOf(document),
  );
  return {
    source: `<!doctype html>${document.documentElement.outerHTML}`,
    remotePictures: remotePictures.length,
  };
};
