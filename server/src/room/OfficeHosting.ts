// What hosts do in one office: close a microphone, end a conversation, call everybody together; and the book of that, and of whom they keep out.
import { isAbove } from '@comptoir/shared/permissions';
import type { Answer, Ask, Refusal } from '@comptoir/shared/protocol/requests';
import type { Conversation } from '../office/Conversation.ts';
import { publishersOf } from '../office/calls.ts';
import { beginEnding } from '../office/endings.ts';
import { type Gathering, Gatherings } from '../office/gatherings.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { areElsewhere } from '../office/visits.ts';
import { areaIndexOf } from '../office/whereabouts.ts';
import { newId } from '../ops/identity.ts';
import type { Admitted } from './admitPerson.ts';
import { OfficeBans } from './OfficeBans.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { OfficeSessions } from './OfficeSessions.ts';

const AUDIT_SHOWN = 200;

/** One act of a host, for the book. `by` undefined: of whoever runs the server, by command. `target`: a name, or what it concerned. */
export interface Noted {
  by: Occupant | undefined;
  act: string;
  target: string;
  details?: string;
  /** Whose name `target` is; of several in their order. */
  whose?: readonly string[];
}

export class OfficeHosting {
  readonly #room: OfficeRoom;
  readonly bans: OfficeBans;
  readonly sessions: OfficeSessions;
  readonly #gatherings = new Gatherings();

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.bans = new OfficeBans(room, this);
    this.sessions = new OfficeSessions(room);
  }

  /** After each welcome. */
  cameIn(occupant: Occupant, admitted: Admitted): void {
    this.bans.cameIn(occupant, admitted);
    if (this.#gatherings.now) this.#callOver(occupant, this.#gatherings.now);
  }

  /** Has no place here any more. */
  left(occupant: Occupant): void {
    this.bans.left(occupant);
    if (this.#gatherings.now?.by === occupant.personId) this.#stopGathering();
  }

  tick(nowTick: number): void {
    if (this.#gatherings.isOver(nowTick)) this.#stopGathering();
    this.bans.tick(nowTick);
  }

  audit({ by, act, target, details = '', whose }: Noted): void {
    const { store, officeId } = this.#room.parts;
    const byName = by ? this.nameOf(by) : '';
    const entry = { entryId: newId(), office: officeId, atMs: Date.now(), byName, act, target, details };
    void store.audit.add({ ...entry, byId: by?.personId, targetIds: whose });
  }

  async auditList(): Promise<Answer<'audit'>> {
    const { store, officeId } = this.#room.parts;
    const entries = await store.audit.of({ office: officeId, limit: AUDIT_SHOWN });
    return { ok: true, list: entries.map(({ atMs, byName, act, target, details }) => ({ atMs, by: byName, act, target, details })) };
  }

  /** P30: closed now, whatever their browser does; they may open it again. */
  mute(host: Occupant, { personId }: Ask<'mute'>, nowTick: number): Answer<'mute'> {
    const below = this.inside(host, personId);
    if ('refused' in below) return below;
    this.closeMicrophone(below, host, nowTick);
    return { ok: true };
  }

  /** `by` here and below undefined: by command. */
  closeMicrophone(whose: Occupant, by: Occupant | undefined, nowTick: number): void {
    const { personId } = whose;
    // from browser to browser only theirs could keep it shut
    this.#room.talk.calls.keepOnServer(personId);
    this.#room.announcement.endOf(personId, nowTick);
    this.hush(whose, by, nowTick);
  }

  /** T5: in the conversation they are in, by a host or by whoever leads the talk. */
  hush(whose: Occupant, by: Occupant | undefined, nowTick: number): void {
    const { talk } = this.#room;
    const talker = talk.talkerOf(whose);
    talker.sends = { ...talker.sends, microphone: false };
    if (talker.conversation) talk.talks.changed.add(talker.conversation);
    // first: the call that is made anew must find it closed
    this.#room.tell(whose, 'muted', { by: by?.personId ?? '' });
    talk.settle(nowTick);
    this.audit({ by, act: 'mute', target: this.nameOf(whose), whose: [whose.personId] });
  }

  /** P33: by the number of its ring; whoever ends it hears nothing of it. */
  endConversation(host: Occupant, { number }: Ask<'endConversation'>, nowTick: number): Answer<'endConversation'> {
    const conversation = this.#room.talk.talks.numbers.get(number)?.conversation;
    if (!conversation) return { refused: 'notThere' };
    return { ok: true, untilTick: this.end(conversation, host, nowTick).untilTick };
  }

  /** @returns when it is over, and who is in it */
  end(conversation: Conversation, by: Occupant | undefined, nowTick: number): { untilTick: number; names: string[] } {
    const { talk, state } = this.#room;
    const isNew = !conversation.ending;
    const untilTick = beginEnding(talk.talks, conversation, by?.personId ?? '', nowTick);
    talk.settle(nowTick);
    // of a talk who speaks in it: hundreds of names say nothing
    const whose = publishersOf(conversation);
    const names = whose.map((personId) => state.people.get(personId)?.name ?? '');
    if (isNew) this.audit({ by, act: 'endConversation', target: names.join(', '), whose });
    return { untilTick, names };
  }

  /** P34 */
  gather(host: Occupant, { on }: Ask<'gather'>, nowTick: number): Answer<'gather'> {
    if (on) return this.callTogether(host, host, nowTick);
    this.endGathering(host);
    return { ok: true };
  }

  /** @param at somebody who waits, or the id of the area where a host is said to */
  callTogether(at: Occupant | string, by: Occupant | undefined, nowTick: number): Answer<'gather'> {
    const gathering = this.#gatherings.begin(
      typeof at === 'string' ? { by: '', name: '', rank: 'host', area: at } : this.#around(at),
      nowTick,
    );
    if (!gathering) return { refused: 'tooMany' };
    this.#tellGathering(gathering);
    this.audit({ by, act: 'gather', target: gathering.area ?? '' });
    return { ok: true };
  }

  #around(host: Occupant): Omit<Gathering, 'untilTick'> {
    const { office } = this.#room.floor;
    const area = office.ground.areas.areas[areaIndexOf(office, host)]?.id ?? null;
    return { by: host.personId, name: this.nameOf(host), rank: rankOf(host), area };
  }

  /** @returns whether there was one */
  endGathering(by: Occupant | undefined): boolean {
    if (!this.#gatherings.now) return false;
    this.audit({ by, act: 'gather', target: '', details: 'off' });
    this.#stopGathering();
    return true;
  }

  #stopGathering(): void {
    if (!this.#gatherings.now) return;
    this.#gatherings.end();
    this.#tellGathering(null);
  }

  #tellGathering(gathering: Gathering | null): void {
    for (const occupant of this.#room.floor.office.occupants.values())
      if (gathering) this.#callOver(occupant, gathering);
      else this.#room.tell(occupant, 'gathering', null);
  }

  /** Whoever calls, too: their page shows that it stands. Not whom a visit keeps from there. */
  #callOver(occupant: Occupant, gathering: Gathering): void {
    const { by, area } = gathering;
    const host = this.#room.floor.office.occupants.get(by);
    const isReachable = host ? !areElsewhere(occupant, host) : by === '' && (!occupant.visit || occupant.visit.area === area);
    if (isReachable) this.#room.tell(occupant, 'gathering', gathering);
  }

  nameOf({ personId }: Occupant): string {
    return this.#room.state.people.get(personId)?.name ?? '';
  }

  /** Somebody here whom this host may do something to. */
  inside(host: Occupant, personId: string): Occupant | { refused: Refusal } {
    const occupant = this.#room.floor.office.occupants.get(personId);
    if (!occupant) return { refused: 'notHere' };
    if (occupant === host) return { refused: 'invalid' };
    return isAbove(rankOf(host), rankOf(occupant)) ? occupant : { refused: 'aboveYou' };
  }
}
