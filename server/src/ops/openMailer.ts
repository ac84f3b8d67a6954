// Sends mail by the server of SMTP_URL. Nothing waits for it: whoever asked for a mail is never told whether one was sent.
import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** @throws when the mail server does not take it */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

export interface MailSettings {
  url: URL;
  from: string;
}

const TIMEOUT_MS = 15_000;

const isLoopback = (hostname: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

export function openMailer({ url, from }: MailSettings): Mailer {
  const { hostname, port, protocol, username, password } = url;
  // a password never goes over the network in the clear, or to somebody who only says that they are this server
  const isSecret = username !== '' && !isLoopback(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    requireTLS: isSecret,
    tls: { rejectUnauthorized: isSecret || protocol === 'smtps:' },
    ...{ connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send({ to, ...mail }) {
      // one address, and nothing that could be read as several
      await transport.sendMail({ ...mail, from, to: { name: '', address: to }, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
}
