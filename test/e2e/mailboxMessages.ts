import path from 'node:path';
import { createMessageStore, mailboxLimits } from '../../electron/stores/mailbox/messageStore.ts';

const crlf = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'));

const envelope = { from: 'console@corp.example', to: ['anna@corp.example'] };

export const plainMessage = (number: number): Buffer =>
  crlf(`From: Relay Console <console@corp.example>
To: anna@corp.example
Subject: Plain message ${number}
Date: Sat, 21 Nov 2026 02:00:00 +0000
Message-ID: <${number}@corp.example>
Content-Type: text/plain; charset=utf-8

This is message number ${number}.
`);

/** A picture that came with the message, named by its content id. */
export const pictureMessage: Buffer = crlf(`From: Relay Console <console@corp.example>
To: anna@corp.example
Subject: With a picture
MIME-Version: 1.0
Content-Type: multipart/related; boundary="parts"

--parts
Content-Type: text/html; charset=utf-8

<p>Our logo: <img alt="logo" src="cid:logo%40corp.example"></p>
--parts
Content-Type: image/gif
Content-ID: <logo@corp.example>
Content-Transfer-Encoding: base64

R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7
--parts--
`);

/** Everything that HTML mail should not get away with, and an attachment. */
export const hostileMessage = (remote: string): Buffer =>
  crlf(`From: "Mallory" <mallory@evil.example>
To: anna@corp.example
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?=
Date: Sat, 21 Nov 2026 03:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: text/html; charset=utf-8

<html><head><base href="${remote}/"><meta http-equiv="refresh" content="0;url=${remote}/refresh"></head>
<body><h1>Offer</h1><p><a href="${remote}/link" target="_self">Take it</a></p>
<img alt="pixel" src="${remote}/pixel.gif"><div style="background:url(${remote}/background.png)">styled</div>
<script>document.body.textContent = 'script ran'; parent.document.title = 'script ran'</script>
<div><template shadowrootmode="open"><a href="${remote}/shadow">Look here</a></template></div>
<form action="${remote}/form"><button>Send</button></form><iframe src="${remote}/frame"></iframe></body></html>
--outer
Content-Type: application/octet-stream; name="offer.bin"
Content-Disposition: attachment; filename="offer.bin"
Content-Transfer-Encoding: base64

AAECAwT/
--outer--
`);

/** Puts messages into the built-in mailbox of a data folder, the last one on top. */
export const fillMailbox = async (dataDirectory: string, messages: readonly Buffer[]): Promise<void> => {
  let at = Date.parse('2026-11-20T10:00:00Z');
  const store = createMessageStore({
    directory: path.join(dataDirectory, 'mailbox'),
    limits: mailboxLimits,
    now: () => new Date((at += 60_000)),
    log: { error: () => undefined },
  });
  for (const message of messages) await store.add(message, envelope);
};
