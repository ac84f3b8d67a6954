// The table of the stage: starting and ending a talk, who leads it, who speaks, raised hands and the floor. Part of answerAuditorium.ts.
import { may } from '@comptoir/shared/permissions';
import type { auditoriumRequests } from '@comptoir/shared/protocol/auditorium';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { LiveTalk } from '../auditorium/LiveTalk.ts';
import { readProgramme, readWording } from '../auditorium/wording.ts';
import type { Conversation, ConversationMember } from '../office/Conversation.ts';
import { talkAt } from '../office/mayTalk.ts';
import { type Occupant, rankOf } from '../office/Office.ts';
import { setRoomHand } from '../office/roomHands.ts';
import { speakersIn } from '../office/settleHalls.ts';
import { spotAt } from '../office/talkPlaces.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { giveFloor, handChanged, partOf, takeFloorFrom } from './stageParts.ts';

type Sender = { occupant: Occupant };
type Requests =
  | ('startTalk' | 'endTalk' | 'changeTalk' | 'leadTalk' | 'hushSpeaker' | 'bringUp')
  | ('raiseHand' | 'lowerHand' | 'giveFloor' | 'takeFloor' | 'whoListens');
type Rules = { [R in Requests & keyof typeof auditoriumRequests]: (sender: Sender, ask: Ask<R>) => Answer<R> };

/** Where somebody asks for something. */
interface Here {
  talk: LiveTalk;
  occupant: Occupant;
  nowTick: number;
}

const DONE = { ok: true } as const;

export function stageRules(room: OfficeRoom): Rules {
  const { auditorium } = room;
  const now = (): number => Math.floor(room.tickNow());

  const inTalk =
    <R extends Requests>(rule: (here: Here, ask: Ask<R>) => Answer<R>) =>
    ({ occupant }: Sender, ask: Ask<R>): Answer<R> => {
      const talk = auditorium.talkOf(occupant.personId);
      return talk ? rule({ talk, occupant, nowTick: now() }, ask) : { refused: 'noTalk' };
    };
  const ofLeaders = <R extends Requests>(rule: (here: Here, ask: Ask<R>) => Answer<R>) =>
    inTalk<R>((here, ask) => (auditorium.leads(here.talk, here.occupant) ? rule(here, ask) : { refused: 'notLeading' }));
  const memberOf = ({ talk }: Here, personId: string): ConversationMember | undefined =>
    auditorium.conversationOf(talk)?.members.get(personId);

  const changePart = ({ talk, nowTick }: Here, personId: string): void => partOf(room, talk, personId, nowTick);

  const meetingRoomOf = (personId: string): Conversation | undefined => {
    const { conversation } = room.talk.talks.talkers.get(personId) ?? {};
    return conversation?.kind === 'meeting' ? conversation : undefined;
  };
  const handInRoom = (conversation: Conversation, personId: string, up: boolean): typeof DONE => {
    setRoomHand(room.talk.talks, conversation, personId, up);
    room.talk.settle(now());
    return DONE;
  };
  const handInTalk = inTalk<'raiseHand'>((here: Here, { up }: Ask<'raiseHand'>) => {
    const { talk, occupant, nowTick } = here;
    const { personId } = occupant;
    if (up && memberOf(here, personId)?.role === 'speaker') return { refused: 'notAllowed' };
    if (up === talk.hands.has(personId)) return DONE;
    if (up) talk.hands.set(personId, nowTick);
    else talk.hands.delete(personId);
    handChanged(room, talk, personId);
    return DONE;
  });
  const lowerInTalk = ofLeaders<'lowerHand'>((here: Here, { personId }: Ask<'lowerHand'>) => {
    if (here.talk.hands.delete(personId)) handChanged(room, here.talk, personId);
    return DONE;
  });

  return {
    startTalk({ occupant }, { title, language, programme = [], record = false }) {
      const { talks, places } = room.talk.floor;
      const spot = spotAt(places, occupant.walker);
      if (spot.manner !== 'stage' || spot.auditorium === undefined) return { refused: 'notOnStage' };
      if (talkAt(talks, spot)) return { refused: 'talkOn' };
      if (occupant.availability === 'away') return { refused: 'away' };
      const wording = readWording(title, tuning.talkTitleLength);
      if ('refused' in wording) return wording;
      if (record && room.parts.talkDays === 0) return { refused: 'cannotRecord' };
      const planned = readProgramme(programme, tuning.chapterLength);
      if ('refused' in planned) return planned;
      const settings = { title: wording.text, language, anonymous: false, openStage: true, ...planned };
      room.talk.talkerOf(occupant).hasMoved = true;
      const { id } = auditorium.begin(occupant, spot.auditorium, settings, now());
      if (record) auditorium.recording.record(occupant, { on: true });
      return { ok: true, talk: id };
    },
    endTalk: ofLeaders<'endTalk'>(({ talk, nowTick }) => {
      auditorium.end(talk, nowTick);
      return DONE;
    }),
    changeTalk: ofLeaders<'changeTalk'>((here: Here, { title, programme, ...flags }: Ask<'changeTalk'>) => {
      const { talk, nowTick } = here;
      const wording = title === undefined ? undefined : readWording(title, tuning.talkTitleLength);
      if (wording && 'refused' in wording) return wording;
      const planned = programme && readProgramme(programme, tuning.chapterLength);
      if (planned && 'refused' in planned) return planned;
      const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
      Object.assign(talk.settings, given, planned, wording ? { title: wording.text } : {});
      // a closed stage sends nobody down who speaks on it already
      if (flags.openStage === false)
        for (const { personId, role, floor } of auditorium.conversationOf(talk)?.members.values() ?? [])
          if (role === 'speaker' && !floor) talk.broughtUp.add(personId);
      room.talk.settle(nowTick);
      auditorium.changed(talk, 'all');
      return DONE;
    }),
    leadTalk: ofLeaders<'leadTalk'>((here: Here, { personId, leads }: Ask<'leadTalk'>) => {
      const { talk } = here;
      if (!memberOf(here, personId) && !(talk.leaders.includes(personId) && !leads)) return { refused: 'notHere' };
      if (leads === talk.leaders.includes(personId)) return DONE;
      if (leads) talk.leaders.push(personId);
      else if (talk.leaders.length === 1) return { refused: 'notAllowed' };
      else talk.leaders.splice(talk.leaders.indexOf(personId), 1);
      changePart(here, personId);
      return DONE;
    }),
    hushSpeaker: ofLeaders<'hushSpeaker'>((here: Here, { personId }: Ask<'hushSpeaker'>) => {
      const occupant = room.floor.office.occupants.get(personId);
      if (!occupant || memberOf(here, personId)?.role !== 'speaker') return { refused: 'notHere' };
      room.hosting.hush(occupant, here.occupant, here.nowTick);
      return DONE;
    }),
    bringUp: ofLeaders<'bringUp'>((here: Here, { personId, up }: Ask<'bringUp'>) => {
      const { talk } = here;
      if (!memberOf(here, personId)) return { refused: 'notHere' };
      talk[up ? 'broughtUp' : 'sentDown'].add(personId);
      talk[up ? 'sentDown' : 'broughtUp'].delete(personId);
      if (!up && talk.floor.has(personId)) takeFloorFrom(room, talk, personId, here.occupant.personId, here.nowTick);
      else changePart(here, personId);
      return DONE;
    }),
    raiseHand(sender, ask) {
      const meeting = meetingRoomOf(sender.occupant.personId);
      return meeting ? handInRoom(meeting, sender.occupant.personId, ask.up) : handInTalk(sender, ask);
    },
    lowerHand(sender, ask) {
      const meeting = meetingRoomOf(sender.occupant.personId);
      if (!meeting) return lowerInTalk(sender, ask);
      if (!meeting.members.has(ask.personId)) return { refused: 'notHere' };
      return may(rankOf(sender.occupant), 'mute') ? handInRoom(meeting, ask.personId, false) : { refused: 'notAllowed' };
    },
    giveFloor: ofLeaders<'giveFloor'>((here: Here, { personId, video }: Ask<'giveFloor'>) => {
      const { talk, occupant } = here;
      const member = memberOf(here, personId);
      if (!member) return { refused: 'notHere' };
      if (!talk.hands.has(personId) && !talk.floor.has(personId)) return { refused: 'noHand' };
      const conversation = auditorium.conversationOf(talk);
      if (member.role !== 'speaker' && conversation && speakersIn(conversation) >= tuning.stageMost) return { refused: 'stageFull' };
      const given = { video, by: occupant.personId };
      if (!auditorium.recording.holdsFloor(talk, personId, given)) giveFloor(room, talk, { personId, ...given }, here.nowTick);
      return DONE;
    }),
    takeFloor: inTalk<'takeFloor'>(({ talk, occupant, nowTick }: Here, { personId }: Ask<'takeFloor'>) => {
      if (personId !== occupant.personId && !auditorium.leads(talk, occupant)) return { refused: 'notLeading' };
      if (talk.floor.has(personId)) takeFloorFrom(room, talk, personId, occupant.personId, nowTick);
      return DONE;
    }),
    whoListens: inTalk<'whoListens'>(({ talk, occupant }) => ({
      ok: true,
      people: [...auditorium.peopleIn(talk)].filter((personId) => personId !== occupant.personId),
    })),
  };
}
