import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { describe, expect, it, vi } from 'vitest';
import { createTrustStore } from '../../../../electron/protocols/tls/trustStore.ts';

const [first = '', second = ''] = getCACertificates('bundled');

describe('trust store', () => {
  it('reads the system store once, when it is first needed', () => {
    const readSystem = vi.fn(() => [first]);
    const store = createTrustStore(readSystem);
    expect(readSystem).not.toHaveBeenCalled();
    store.anchorsOf({ mode: 'system' });
    store.anchorsOf({ mode: 'certificate', pem: second });
    store.anchorsOf({ mode: 'system' });
    expect(readSystem).toHaveBeenCalledOnce();
  });

  it('keeps what it made for the same trust, and forgets the oldest', () => {
    const store = createTrustStore(() => []);
    const made = store.anchorsOf({ mode: 'certificate', pem: first });
    expect(store.anchorsOf({ mode: 'certificate', pem: first })).toBe(made);
    for (let copy = 0; copy < 8; copy += 1)
      store.anchorsOf({ mode: 'certificate', pem: `${second}${'\n'.repeat(copy)}` });
    expect(store.anchorsOf({ mode: 'certificate', pem: first })).not.toBe(made);
  });
});

describe('an added certificate', () => {
  it('may come with others, in any order', () => {
    const store = createTrustStore(() => []);
    const { subject } = new X509Certificate(second);
    const anchors = store.anchorsOf({ mode: 'certificate', pem: `notes\n${first}\n${second}` });
    expect(anchors.bySubject(subject)).toHaveLength(1);
  });
});
