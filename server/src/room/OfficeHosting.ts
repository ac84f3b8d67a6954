// What hosts do in one office: close a microphone, end a conversation, call everybody together; and the book of that, and of whom they keep out.
import { isAbove } from '@comptoir/shared/permissions';
import type { Answer, Ask, Refusal } from '@comptoir/shared/protocol/requests';
import { beginEnding } from '../office/endings.ts';
import { type Gathering, Gatherings } from '../office/gatherings.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { areElsewhere } from '../office/visits.ts';
import { areaIndexOf } from '../office/whereabouts.ts';
import { newId } from '../ops/identity.ts';
import type { Admitted } from './admitPerson.ts';
import { OfficeBans } from './OfficeBans.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const AUDIT_SHOWN = 200;

/** One act of a host, for the book. `target`: a name, or what it concerned. */
export interface Noted {
  by: Occupant;
  act: string;
  target: string;
  details?: string;
}

export class OfficeHosting {
  readonly #room: OfficeRoom;
  readonly bans: OfficeBans;
  readonly #gatherings = new Gatherings();

  constructor(room: OfficeRoom) {
    this.#room = room;
    this.bans = new OfficeBans(room, this);
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

  audit({ by, act, target, details = '' }: Noted): void {
    const { store, officeId } = this.#room.parts;
    const entry = { entryId: newId(), office: officeId, atMs: Date.now(), byName: this.nameOf(by), act, target, details };
    void store.audit.add(entry);
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
    const { talk } = this.#room;
    const talker = talk.talkerOf(below);
    // from browser to browser only theirs could keep it shut
    talk.calls.keepOnServer(personId);
    talker.sends = { ...talker.sends, microphone: false };
    if (talker.conversation) talk.talks.changed.add(talker.conversation);
    // first: the call that is made anew must find it closed
    this.#room.tell(below, 'muted', { by: host.personId });
    this.#room.announcement.endOf(personId, nowTick);
    talk.settle(nowTick);
    this.audit({ by: host, act: 'mute', target: this.nameOf(below) });
    return { ok: true };
  }

  /** P33: by the number of its ring; whoever ends it hears nothing of it. */
  endConversation(host: Occupant, { number }: Ask<'endConversation'>, nowTick: number): Answer<'endConversation'> {
    const { talk } = this.#room;
    const conversation = talk.talks.numbers.get(number)?.conversation;
    if (!conversation) return { refused: 'notThere' };
    const isNew = !conversation.ending;
    const untilTick = beginEnding(talk.talks, conversation, host.personId, nowTick);
    talk.settle(nowTick);
    const names = [...conversation.members.keys()].map((personId) => this.#room.state.people.get(personId)?.name ?? '');
    if (isNew) this.audit({ by: host, act: 'endConversation', target: names.join(', ') });
    return { ok: true, untilTick };
  }

  /** P34 */
  gather(host: Occupant, { on }: Ask<'gather'>, nowTick: number): Answer<'gather'> {
    if (!on) {
      if (this.#gatherings.now) this.audit({ by: host, act: 'gather', target: '', details: 'off' });
      this.#stopGathering();
      return { ok: true };
    }
    const { office } = this.#room.floor;
    const area = office.ground.areas.areas[areaIndexOf(office, host)]?.id ?? null;
    const person = { by: host.personId, name: this.nameOf(host), rank: rankOf(host) };
    const gathering = this.#gatherings.begin({ ...person, area }, nowTick);
    if (!gathering) return { refused: 'tooMany' };
    this.#tellGathering(gathering);
    this.audit({ by: host, act: 'gather', target: area ?? '' });
    return { ok: true };
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
    const host = this.#room.floor.office.occupants.get(gathering.by);
    if (host && !areElsewhere(occupant, host)) this.#room.tell(occupant, 'gathering', gathering);
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
