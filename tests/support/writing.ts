// Somebody who writes, without our client: asks what they like and keeps all that they are told.
import { Client, type Room } from '@colyseus/sdk';
import type { Rank } from '@comptoir/shared/people';
import { PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask, RequestName } from '@comptoir/shared/protocol/requests';
import type { Audience, Line } from '@comptoir/shared/protocol/talk';
import { onTestFinished } from 'vitest';
import { linkFromCommand } from './door.ts';
import { until } from './enterOffice.ts';
import type { OfficeUnderTest } from './useOffice.ts';

export const OFFICE: Audience = { kind: 'office' };
export const to = ({ id }: { id: string }) => ({ kind: 'person', id }) as const;

export class Writer {
  readonly room: Room;
  readonly #told: { type: string; message: unknown }[] = [];

  constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage('*', (type, message) => void this.#told.push({ type: String(type), message }));
  }

  get id(): string {
    return this.told('welcome')[0]?.personId ?? '';
  }

  get ticket(): string {
    return this.told('welcome')[0]?.ticket ?? '';
  }

  told<T extends keyof ServerMessages>(type: T): ServerMessages[T][] {
    return this.#told.flatMap((one) => (one.type === type ? [one.message as ServerMessages[T]] : []));
  }

  ask<R extends RequestName>(name: R, ask: Ask<R>): Promise<Answer<R>> {
    return this.room.request(name, ask as object);
  }

  /** @throws when it is refused */
  async granted<R extends RequestName>(name: R, ask: Ask<R>): Promise<Exclude<Answer<R>, { refused: unknown }>> {
    const answer = await this.ask(name, ask);
    if ('refused' in answer) throw new Error(`${name} was refused: ${answer.refused}`);
    return answer as Exclude<Answer<R>, { refused: unknown }>;
  }

  async say(text: string, audience: Audience, more: Partial<Ask<'say'>> = {}): Promise<Line> {
    return (await this.granted('say', { to: audience, text, ...more })).line;
  }

  /** Of all that was said to them and before, each line once. */
  reads(): string[] {
    const lines = [...this.told('saidBefore').flat(), ...this.told('said')];
    return [...new Map(lines.map((line) => [line.id, line.text])).values()];
  }

  async leave(): Promise<void> {
    await this.room.leave();
  }
}

interface Coming {
  rank?: Rank;
  /** Of a client's visit. */
  area?: string;
  ticket?: string;
  officeId?: string;
  /** Of a browser: its device. */
  cookie?: string;
}

/** Leaves when the test ends. */
export async function enterWriting(
  office: OfficeUnderTest,
  name: string,
  { rank, area, ticket, officeId = 'office', cookie }: Coming = {},
): Promise<Writer> {
  const invite = rank === undefined ? undefined : await linkFromCommand(office, rank, area);
  const room = await new Client(office.open.url, cookie === undefined ? {} : { headers: { cookie } }).joinById(
    Buffer.from(officeId).toString('base64url'),
    {
      ...{ protocol: PROTOCOL_VERSION, name, trade: '', appearance: '' },
      ...(invite === undefined ? {} : { invite }),
      ...(ticket === undefined ? {} : { ticket }),
    },
  );
  const writer = new Writer(room);
  onTestFinished(async () => {
    if (room.connection.isOpen) await writer.leave();
  });
  await until(() => writer.told('welcome').length > 0, `${name} is welcome`);
  return writer;
}

/** Gone, and nowhere on this server. */
export async function leaveFor(office: OfficeUnderTest, writer: Writer, officeId = 'office'): Promise<void> {
  await writer.leave();
  await until(() => !office.open.room(officeId).floor.office.occupants.has(writer.id), 'they have left');
}
