// The table of an office: every message and request a client may send, parsed, counted, and given to its rule.
import { decodeAppearance, EMOTES, isTradeTooLong, nameProblem, normaliseWords } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import { CLOSE } from '@comptoir/shared/protocol/http';
import { type ClientMessages, clientMessages } from '@comptoir/shared/protocol/messages';
import { type Answer, type Ask, type RequestName, requests } from '@comptoir/shared/protocol/requests';
import { requestActs } from '@comptoir/shared/protocol/rights';
import { decodeRenewal, decodeSegment, decodeView, WIRE } from '@comptoir/shared/protocol/walks';
import * as v from 'valibot';
import { chooseAvailability } from '../office/availability.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { areElsewhere } from '../office/visits.ts';
import { areaIndexOf } from '../office/whereabouts.ts';
import type { Conduct } from '../ops/Conduct.ts';
import { StoreProblem } from '../store/StoreProblem.ts';
import { accountRules } from './answerAccounts.ts';
import { adminRules } from './answerAdmin.ts';
import { appointmentRules } from './answerAppointments.ts';
import { auditoriumMessageRules, auditoriumRequestRules } from './answerAuditorium.ts';
import { cardRules } from './answerCards.ts';
import { channelRules } from './answerChannels.ts';
import { deskRules } from './answerDesks.ts';
import { doorRules } from './answerDoor.ts';
import { hostingRules } from './answerHosting.ts';
import { recordingRules } from './answerRecording.ts';
import { replayRules } from './answerReplay.ts';
import { talkMessageRules, talkRequestRules } from './answerTalk.ts';
import type { OfficeClient, OfficeRoom } from './OfficeRoom.ts';

/** What a connection carries. */
export interface Visitor {
  occupant: Occupant;
  conduct: Conduct;
  digest: 'none' | 'areas' | 'overview';
  /** The list of conversations as this client last got it. */
  toldConversations?: string;
}

type MessageRules = { [T in keyof ClientMessages]: (visitor: Visitor, message: ClientMessages[T], client: OfficeClient) => void };
type RequestRules = { [R in RequestName]: (visitor: Visitor, ask: Ask<R>, client: OfficeClient) => Answer<R> | Promise<Answer<R>> };

/** Registers everything on the room. */
export function answerMessages(room: OfficeRoom): void {
  const { metrics } = room.parts;

  /** May this connection be heard now? Closes it when it behaves too badly. */
  const hears = (client: OfficeClient): Visitor | undefined => {
    const visitor = client.userData;
    if (!visitor) return undefined;
    const verdict = visitor.conduct.arrived(performance.now());
    if (verdict === 'ok') return visitor;
    metrics.badMessages.inc({ reason: 'tooMany' });
    if (verdict === 'close') client.leave(CLOSE.badMessages);
    return undefined;
  };
  const bad = (client: OfficeClient, reason: string): void => {
    metrics.badMessages.inc({ reason });
    if (client.userData?.conduct.misbehaved(performance.now()) === 'close') client.leave(CLOSE.badMessages);
  };

  const messages = messageRules(room);
  for (const type of Object.keys(clientMessages) as (keyof ClientMessages)[]) on(type);
  function on<T extends keyof ClientMessages>(type: T): void {
    room.onMessage(type, (client: OfficeClient, payload: unknown) => {
      const visitor = hears(client);
      if (!visitor) return;
      const parsed = v.safeParse(clientMessages[type], payload);
      if (parsed.success) messages[type](visitor, parsed.output as ClientMessages[T], client);
      else bad(client, 'invalid');
    });
  }

  const rules = requestRules(room);
  for (const name of Object.keys(requests) as RequestName[]) answer(name);
  function answer<R extends RequestName>(name: R): void {
    room.onMessage(name, (client: OfficeClient, payload: unknown): Answer<R> | Promise<Answer<R>> => {
      const visitor = hears(client);
      if (!visitor) return { refused: 'tooManyMessages' };
      const parsed = v.safeParse(requests[name], payload);
      if (!parsed.success) {
        bad(client, 'invalid');
        return { refused: 'invalid' };
      }
      const counted = (given: Answer<R>): Answer<R> => {
        metrics.requests.inc({ request: name, answer: 'refused' in given ? given.refused : 'ok' });
        return given;
      };
      const act = requestActs[name];
      if (act && !may(rankOf(visitor.occupant), act)) return counted({ refused: 'notAllowed' });
      const given = rules[name](visitor, parsed.output as Ask<R>, client);
      // why is in the log and on /readyz; the office goes on
      const notKept = (err: unknown): Answer<R> => {
        if (err instanceof StoreProblem) return counted({ refused: 'notKept' });
        throw err;
      };
      return given instanceof Promise ? given.then(counted, notKept) : counted(given);
    });
  }

  room.onMessage('*', (client: OfficeClient) => {
    bad(client, 'unknown');
    return { refused: 'invalid' };
  });

  answerWalks(room, hears, bad);
}

function messageRules(room: OfficeRoom): MessageRules {
  return {
    heartbeat: (_visitor, { sent }, client) => client.send('heartbeat', { sent, tick: room.tickNow() }),
    availability({ occupant }, { availability }) {
      chooseAvailability(occupant, availability);
      room.syncPerson(occupant);
    },
    idle: ({ occupant }, { idle }) => room.talk.idle(occupant, idle),
    emote: ({ occupant }, { emote }) => room.floor.crowd.emote(occupant.avatarNumber, EMOTES.indexOf(emote)),
    stand({ occupant }) {
      room.floor.stand(occupant, Math.floor(room.tickNow()));
      room.syncPerson(occupant);
    },
    digest(visitor, { kind }) {
      visitor.digest = kind;
    },
    ...talkMessageRules(room),
    ...auditoriumMessageRules(room),
  };
}

function requestRules(room: OfficeRoom): RequestRules {
  const { floor } = room;
  const now = (): number => Math.floor(room.tickNow());
  return {
    walkPath({ occupant }, ask) {
      const { answer, putBack } = floor.path(occupant, ask, now());
      if (putBack) {
        room.parts.metrics.putBacks.inc({ reason: 'path' });
        room.tell(occupant, 'putBack', putBack);
      }
      room.syncPerson(occupant);
      return answer;
    },
    sit({ occupant }, { seat }) {
      if (room.desks.isOthers(seat, occupant.personId)) return { refused: 'deskTaken' };
      const answer = floor.sit(occupant, seat, now());
      room.syncPerson(occupant);
      return answer;
    },
    use({ occupant }, { thing }) {
      const { poured, ...answer } = floor.use(occupant, thing, now());
      if (poured && 'ok' in answer) {
        room.poured();
        room.broadcast('brewing', { thing, personId: occupant.personId, untilTick: answer.untilTick });
      }
      return answer;
    },
    beThere({ occupant }, ask) {
      const answer = floor.beThere(occupant, ask, now(), Math.random());
      // B3: whoever goes somewhere without walking has moved too
      if ('ok' in answer) room.talk.talkerOf(occupant).hasMoved = true;
      room.syncPerson(occupant);
      return answer;
    },
    whereIs({ occupant }, { personId }) {
      const { office } = floor;
      const other = office.occupants.get(personId);
      if (!other) return { refused: 'notHere' };
      if (areElsewhere(occupant, other)) return { refused: 'notAllowed' };
      const area = office.ground.areas.areas[areaIndexOf(office, other)];
      return { ok: true, x: other.walker.x, y: other.walker.y, area: area?.id ?? null };
    },
    async profile({ occupant }, ask) {
      const name = normaliseWords(ask.name);
      const trade = normaliseWords(ask.trade);
      const problem = nameProblem(name);
      if (problem) return { refused: problem === 'empty' ? 'nameEmpty' : 'nameTooLong' };
      if (isTradeTooLong(trade)) return { refused: 'tradeTooLong' };
      if (!decodeAppearance(ask.appearance)) return { refused: 'invalid' };
      await room.renamePerson(occupant, { name, trade, appearance: ask.appearance });
      return { ok: true, name, trade };
    },
    ...talkRequestRules(room),
    ...doorRules(room),
    ...accountRules(room),
    ...hostingRules(room),
    ...appointmentRules(room),
    ...auditoriumRequestRules(room),
    ...replayRules(room),
    ...recordingRules(room),
    ...channelRules(room),
    ...cardRules(room),
    ...deskRules(room),
    ...adminRules(room),
  };
}

function answerWalks(
  room: OfficeRoom,
  hears: (client: OfficeClient) => Visitor | undefined,
  bad: (client: OfficeClient, reason: string) => void,
): void {
  const { floor } = room;
  const onBytes = <T>(type: number, decode: (bytes: Uint8Array) => T | undefined, rule: (visitor: Visitor, value: T) => void): void => {
    room.onMessageBytes(type, (client: OfficeClient, bytes: Uint8Array) => {
      const visitor = hears(client);
      if (!visitor) return;
      const value = decode(bytes);
      if (value === undefined) bad(client, 'invalid');
      else rule(visitor, value);
    });
  };
  onBytes(WIRE.walk, decodeSegment, ({ occupant }, segment) => {
    const wasSeated = occupant.seat !== undefined;
    const putBack = floor.segment(occupant, segment, Math.floor(room.tickNow()));
    if (wasSeated) room.syncPerson(occupant);
    if (!putBack) return;
    room.parts.metrics.putBacks.inc({ reason: 'segment' });
    room.tell(occupant, 'putBack', putBack);
  });
  onBytes(WIRE.renew, decodeRenewal, ({ occupant }, seq) => {
    const putBack = floor.renew(occupant, seq, Math.floor(room.tickNow()));
    if (putBack) room.tell(occupant, 'putBack', putBack);
  });
  room.onMessageBytes(WIRE.note, (client: OfficeClient, bytes: Uint8Array) => {
    const visitor = hears(client);
    if (visitor && !room.talk.notes.take(visitor.occupant, bytes)) bad(client, 'invalid');
  });
  onBytes(WIRE.view, decodeView, ({ occupant }, view) => floor.crowd.setView(occupant.avatarNumber, view));
}
