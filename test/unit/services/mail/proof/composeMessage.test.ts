import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { displayNameSchema, emailAddressSchema } from '../../../../../electron/contract/mail/address.ts';
import { profileKinds } from '../../../../../electron/contract/mail/profile.ts';
import { languages } from '../../../../../electron/contract/languages.ts';
import { composeMessage } from '../../../../../electron/services/mail/proof/composeMessage.ts';
import { composeTestMessage, proofHeader } from '../../../../../electron/services/mail/proof/testMessage.ts';

const content = {
  from: { address: 'console@corp.example', displayName: 'Console' },
  to: ['anna@corp.example'],
  ...{ subject: 'Hello', text: 'Hello\n.\nthere', language: 'en' },
};
const compose = (changes: Partial<typeof content> = {}) =>
  composeMessage('some-id', { ...content, ...changes });

const headerNames = (source: Buffer): string[] => {
  const [head = ''] = source.toString().split('\r\n\r\n', 1);
  return head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => line.slice(0, line.indexOf(':')));
};

/** Display names that the contract lets through, with everything in them that headers are made of. */
const displayName = fc
  .array(
    fc.constantFrom(
      '"',
      '<',
      '>',
      ',',
      ';',
      '@',
      '\\',
      ':',
      'Bcc',
      'a',
      'ü',
      ' ',
      '(',
      ')',
      '=?utf-8?q?x?=',
      'é',
      '日本',
    ),
    {
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''))
  .filter((name) => displayNameSchema.safeParse(name).success);

describe('a message', () => {
  it('says that a program wrote it, so that no absence note answers (RFC 3834)', async () => {
    const { headers } = await PostalMime.parse((await compose()).source);
    expect(headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('has a Message-ID of the sender’s domain and lines that end in CRLF', async () => {
    const { messageId, source } = await compose();
    expect(messageId).toBe('<some-id@corp.example>');
    expect(source.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const parsed = await PostalMime.parse(source);
    expect(parsed).toMatchObject({ messageId, subject: 'Hello', text: 'Hello\n.\nthere\n' });
  });

  it('whatever the display name, has the same headers, sender and recipients', async () => {
    const expected = headerNames((await compose()).source);
    await fc.assert(
      fc.asyncProperty(displayName, async (name) => {
        const { source } = await compose({ from: { address: 'console@corp.example', displayName: name } });
        const parsed = await PostalMime.parse(source);
        expect(headerNames(source)).toEqual(expected);
        expect(parsed.from?.address).toBe('console@corp.example');
        expect(parsed.to?.map(({ address }) => address)).toEqual(['anna@corp.example']);
        expect(parsed.bcc ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever the subject, has the same headers', async () => {
    const expected = headerNames((await compose()).source);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('\r\n', '\n', 'Bcc: x@y.example', 'a', ':', 'é', '\0')),
        async (pieces) => {
          const { source } = await compose({ subject: `x${pieces.join('')}` });
          expect(headerNames(source).sort()).toEqual([...expected].sort());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes to exactly the addresses that the contract takes for one', async () => {
    const local = fc.array(fc.constantFrom('a', '.', '+', '"', '<', ',', ' ', '@', '\r\n', ';', 'ü'), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(local, async (pieces) => {
        const address = `${pieces.join('')}@corp.example`;
        const checked = emailAddressSchema.safeParse(address);
        if (!checked.success) return;
        const parsed = await PostalMime.parse((await compose({ to: [checked.data] })).source);
        expect(parsed.to?.map((to) => to.address)).toEqual([checked.data]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the test message', () => {
  it.each(languages)('is written in %s and can be found again', async (language) => {
    const { source } = await composeTestMessage({
      ...{ proofId: 'the-proof', from: content.from, recipient: 'anna@corp.example', language },
      ...{ kind: 'smtp', target: 'mail.corp.example:587' },
    });
    const { headers, subject, text } = await PostalMime.parse(source);
    expect(headers).toContainEqual(
      expect.objectContaining({ key: proofHeader.toLowerCase(), value: 'the-proof' }),
    );
    expect(headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: language }));
    expect(subject).toContain('mail.corp.example:587');
    expect(text).toContain('the-proof');
    expect(text).not.toContain('{{');
  });

  it.each(profileKinds)('says what it means for the kind %s', async (kind) => {
    const { content: written } = await composeTestMessage({
      ...{ proofId: 'the-proof', from: content.from, recipient: 'anna@corp.example' },
      ...{ language: 'en', kind, target: 'target' },
    });
    expect(written.text).not.toContain('test.');
  });
});

it('keeps the Message-ID in ASCII for a sender whose domain is not', async () => {
  const { messageId } = await compose({ from: { address: 'a@bücher.example', displayName: '' } });
  expect(messageId).toBe('<some-id@xn--bcher-kva.example>');
});
