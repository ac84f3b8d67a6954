// A mail server of the tests: takes every letter, keeps it, and delivers it to nobody.

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

interface Letter {
  /** Addresses of the envelope. */
  from: string;
  to: string[];
  subject: string;
  /** The plain part, decoded. */
  text: string;
  /** Everything, as it came. */
  raw: string;
}

export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  /** In the order they came. */
  letters: readonly Letter[];
  /** The first letter to this address that nobody has been given yet. */
  next(to: string): Promise<Letter>;
  /** From now on every letter is refused, or taken again. */
  refuse(isRefusing: boolean): void;
  close(): Promise<void>;
}

const NEXT_GIVE_UP_MS = 10_000;

export async function openMailSink(): Promise<MailSink> {
  const letters: Letter[] = [];
  const given = new Set<Letter>();
  const sockets = new Set<Socket>();
  let isRefusing = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(
      socket,
      () => isRefusing,
      (letter) => letters.push(letter),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    async next(to) {
      const untilMs = performance.now() + NEXT_GIVE_UP_MS;
      for (;;) {
        const letter = letters.find((candidate) => candidate.to.includes(to) && !given.has(candidate));
        if (letter) {
          given.add(letter);
          return letter;
        }
        if (performance.now() > untilMs) throw new Error(`no letter came for ${to}`);
        await new Promise((later) => setTimeout(later, 20));
      }
    },
    refuse(wanted) {
      isRefusing = wanted;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** One conversation of RFC 5321, as far as a client that only sends has it. */
function serve(socket: Socket, isRefusing: () => boolean, keep: (letter: Letter) => void): void {
  let waiting = '';
  let envelope: { from: string; to: string[] } = { from: '', to: [] };
  let data: string[] | undefined;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  const address = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') say('250-sink\r\n250 8BITMIME');
    else if (verb === 'MAIL') {
      envelope = { from: address(line), to: [] };
      say(isRefusing() ? '451 not now' : '250 ok');
    } else if (verb === 'RCPT') {
      envelope.to.push(address(line));
      say('250 ok');
    } else if (verb === 'DATA') {
      data = [];
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  };
  socket.setEncoding('utf8');
  say('220 sink');
  socket.on('data', (chunk: string) => {
    const lines = `${waiting}${chunk}`.split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) {
      if (!data) command(line);
      else if (line !== '.') data.push(line.replace(/^\./, ''));
      else {
        keep({ ...envelope, ...read(data.join('\r\n')) });
        data = undefined;
        say('250 kept');
      }
    }
  });
}

function read(raw: string): Pick<Letter, 'subject' | 'text' | 'raw'> {
  const { headers, body } = split(raw);
  return { raw, subject: decodeWords(headers.get('subject') ?? ''), text: plainOf(headers, body) };
}

function split(part: string): { headers: Map<string, string>; body: string } {
  const end = part.indexOf('\r\n\r\n');
  const lines = part
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { headers: new Map(headers), body: part.slice(end + 4) };
}

function plainOf(headers: Map<string, string>, body: string): string {
  const boundary = /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return decodeBody(body, headers.get('content-transfer-encoding') ?? '');
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')));
  const plain = parts.find((part) => !/text\/html/i.test(part.headers.get('content-type') ?? ''));
  return plain ? plainOf(plain.headers, plain.body) : '';
}

function decodeBody(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  return /quoted-printable/i.test(encoding) ? decodeQuoted(body.replace(/=\r\n/g, '')) : body;
}

const decodeQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : decodeQuoted(word.replaceAll('_', ' ')),
    );
