import type { Rule } from './rule.ts';

/** A connection that broke or stood still, said in general words; looked at after everything more particular. */
export const dialogueRules: readonly Rule[] = [
  {
    code: 'tlsHandshakeFailed',
    when: {
      words:
        /Cannot start TLS|TLS (?:error on connection|session: |connection \S{0,10} ?(?:failed|error))|\(gnutls_handshake\)|gnutls_handshake\(\)?|TLS (?:handshake|negotiation) (?:failed|failure|error)|ruleset=tls_server|SSL_(?:accept|connect) error/i,
    },
    examples: [
      'status=deferred (Cannot start TLS: handshake failure)',
      'TLS error on connection to mail.example.net [203.0.113.7] (gnutls_handshake): A TLS fatal alert has been received.',
      'dsn=4.7.0, stat=Deferred: 403 4.7.0 TLS handshake failed.',
      'postfix/smtpd[123]: SSL_accept error from unknown[203.0.113.7]: -1',
      'SSL_connect error to mail.example.net[203.0.113.7]:25: -1',
    ],
  },
  {
    code: 'connectionClosedByServer',
    when: {
      words:
        /lost connection with|(?:server|remote host|peer|foreign host|host).{0,60}closed (?:the )?connection|connection (?:unexpectedly )?(?:closed|lost|dropped|terminated)(?: unexpectedly| by (?:remote|foreign|the server|peer|host))?|unexpectedly (?:closed|disconnected)|SMTPServerDisconnected|net_io_connectionclosed|connection lost with|Unexpected EOF|stat=Deferred: Connection reset by|The SMTP server has unexpectedly disconnected/i,
    },
    examples: [
      'status=deferred (lost connection with mail.example.net[203.0.113.7] while performing the EHLO handshake)',
      'smtplib.SMTPServerDisconnected: Connection unexpectedly closed',
      'System.IO.IOException: Unable to read data from the transport connection: net_io_connectionclosed.',
      'Connection closed unexpectedly',
      'MailKit.Net.Smtp.SmtpProtocolException: The SMTP server has unexpectedly disconnected.',
      'Remote host closed connection in response to MAIL FROM:<a@example.org>',
    ],
  },
  {
    code: 'replyTimedOut',
    when: {
      words:
        /did not issue MAIL\/EXPN\/VRFY\/ETRN|timeout (?:waiting for|after|while|writing|reading)|operation (?:has )?timed out|délai d['’]attente de l['’]opération a expiré|Timeout für (?:den )?Vorgang (?:wurde )?überschritten|Read timed out|Net::ReadTimeout/i,
    },
    examples: [
      'sendmail[123]: mail.example.org [203.0.113.7] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA',
      'System.Net.Mail.SmtpException: The operation has timed out.',
      'Le délai d’attente de l’opération a expiré.',
      'jakarta.mail.MessagingException: Exception reading response; nested exception is: java.net.SocketTimeoutException: Read timed out',
    ],
  },
  {
    code: 'connectionFailed',
    when: {
      words:
        /unable to connect to the remote server|could not open connection to the host|Failed to connect to mailserver|TCP connect to \(.{1,60}\) failed|Failed to connect to \S{1,100} port \d|Impossible de se connecter au serveur distant|Die Verbindung mit dem Remoteserver kann nicht hergestellt werden|could ?n[o']t connect to (?:SMTP )?host|SMTP connect\(\) failed|Failed to connect to (?:the )?(?:mail )?server/i,
    },
    examples: [
      'Send-MailMessage : Unable to connect to the remote server',
      'WARNING: TCP connect to (203.0.113.7 : 25) failed',
      "curl: (7) Failed to connect to mail.example.org port 25 after 3 ms: Couldn't connect to server",
      'System.Net.WebException: Impossible de se connecter au serveur distant',
      'jakarta.mail.MessagingException: Could not connect to SMTP host: mail.example.org, port: 25',
      'SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    ],
  },
  {
    code: 'deliveryDelayed',
    when: {
      words:
        /delivery temporarily suspended|Action: delayed|THIS IS A WARNING MESSAGE ONLY|Delivery (?:to the following recipients )?has been delayed|message .{0,40}(?:is|has been) delayed/i,
    },
    examples: [
      'status=deferred (delivery temporarily suspended: too many destination errors)',
      '** THIS IS A WARNING MESSAGE ONLY ** YOU DO NOT NEED TO RESEND YOUR MESSAGE',
    ],
  },
];
