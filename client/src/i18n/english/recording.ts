// English: recording a talk or a meeting room.
import type { Message } from '../Message.ts';

export const recording = {
  'refusal.notAsked': 'You are not asked to be recorded.',
  'refusal.cannotRecord': 'This cannot be recorded: the server keeps no talks, has no room, or does not answer.',
  'refusal.notRecordedHere': 'Nothing is recorded here: only talks in the auditorium and meeting rooms, with the yes of everybody in them.',
  'refusal.tooLate':
    'That was possible for seven days after its end. Ask whoever led the talk, or asked to record the meeting, to delete it.',

  // who leads
  'recording.wish': 'Record this talk',
  'recording.wishHint': 'It begins when everybody on the stage has agreed. The audience is not recorded.',
  'recording.ask': 'Record…',
  'recording.stop': 'Stop recording',
  'recording.stopAsking': 'Stop asking',
  'recording.askTitle.talk': 'Record this talk?',
  'recording.askText.talk': 'Everybody on the stage is asked. It begins when all have agreed; you agree by asking.',
  'recording.askWhat.talk':
    'Recorded are voices, pictures and slides of whoever speaks, never the audience. It is on the talk’s page afterwards.',
  'recording.askTitle.room': 'Record this room?',
  'recording.askText.room': 'Everybody in the room is asked. It begins when all have agreed; you agree by asking.',
  'recording.askWhat.room':
    'Recorded are voices, cameras and shared screens. Only those who are in it can watch it afterwards. Whoever comes in is asked first, and it rests until they agree.',
  'recording.askVerb': 'Ask to record',
  'recording.asking.label': 'Asking to record',
  'recording.asking.agreed': '{n} of {of} agreed to be recorded',
  'recording.asking.nobody': 'It begins when somebody is on the stage',
  'recording.asking.hint': 'It begins when all have agreed.',
  'recording.asking.refused': {
    one: '{n} of {of} does not want to be recorded. It does not begin while they are on the stage.',
    other: '{n} of {of} do not want to be recorded. It does not begin while they are on the stage.',
  },
  'recording.problem.label': 'The recording',
  'recording.problem.title': 'The recording has stopped',
  'recording.problem.diskFull':
    'The disk of the server is full. The talk goes on, and what was recorded is kept. Whoever runs the server can make room; then record again.',
  'recording.problem.failed':
    'The server cannot write it. The talk goes on, and what was recorded is kept. Try to record again, or ask whoever runs the server.',

  'recording.problem.room.diskFull':
    'The disk of the server is full. Your conversation goes on, and what was recorded is kept. Whoever runs the server can make room; then ask again.',
  'recording.problem.room.failed':
    'The server cannot write it. Your conversation goes on, and what was recorded is kept. Ask again, or ask whoever runs the server.',

  // whoever is in a meeting room
  'recording.room.label': 'Recording of this room',
  'recording.room.askHint': 'Begins when everybody here agrees.',
  'recording.room.agreed': '{n} of {of} agreed',
  'recording.room.rests': 'Somebody here has not agreed.',
  'recording.room.afterLabel': 'Recording of the meeting',
  'recording.room.afterHint': 'Only those who are in it can see it. It is among your meetings in “Past talks”.',

  // whoever speaks
  'recording.consent.label': 'Being recorded',
  'recording.consent.begin': '{name} asks: may this talk be recorded?',
  'recording.consent.up': 'This talk is recorded. Until you agree you only listen.',
  'recording.consent.floor': 'You get the floor, and you will be recorded.',
  'recording.consent.room': '{name} asks: may this room be recorded?',
  'recording.consent.roomOn': 'This room is recorded. Until you agree the recording rests.',
  'recording.consent.what.room': 'Recorded: your voice, your picture and what you show while you are here.',
  'recording.consent.what.talk': 'Recorded: your voice, your picture and what you show while you speak.',
  'recording.consent.where.room': {
    one: 'To be seen by those who are in it, nobody else, for {n} day unless it is kept.',
    other: 'To be seen by those who are in it, nobody else, for {n} days unless it is kept.',
  },
  'recording.consent.where.talk': {
    one: 'To be seen on the talk’s page by whoever may come into this office, for {n} day unless it is kept.',
    other: 'To be seen on the talk’s page by whoever may come into this office, for {n} days unless it is kept.',
  },
  'recording.consent.withdraw.room': 'Anybody here can stop it. For 7 days you can take yourself out of it.',
  'recording.consent.withdraw.talk': 'For 7 days after the talk you can take yourself out of it.',
  'recording.consent.said': '{title} Agree or not, on the card “Being recorded”.',
  'recording.yes.begin': 'Agree',
  'recording.yes.room': 'Agree',
  'recording.yes.roomOn': 'Agree',
  'recording.yes.up': 'Agree and speak',
  'recording.yes.floor': 'Agree and take the floor',
  'recording.no': 'Not me',
  'recording.refused.asking': 'You do not want to be recorded',
  'recording.refused.askingHint': 'Your name is told to nobody. It does not begin while you are on the stage.',
  'recording.refused.room': 'You do not want to be recorded',
  'recording.refused.roomHint': 'Your name is told to nobody. While you are here nothing is recorded.',
  'recording.refused.on': 'You listen, and are not recorded',
  'recording.refused.onHint': 'To speak in a recorded talk you have to agree first.',
  'recording.refused.agree': 'Agree after all',
  'recording.takeBack': 'Not me any more',
  'recording.takeBackItem': 'No longer record me…',
  'recording.takeBackTitle': 'No longer be recorded?',
  'recording.takeBackText': 'You then only listen, at once. The recording goes on without you.',
  'recording.takeBackSaid': 'What you have said stays in it. When the talk is over you can take that out as well, for 7 days.',
  'recording.takeBackVerb': 'Only listen',

  // everybody
  'recording.state.asking': 'To be recorded',
  'recording.state.on': 'Recording',
  'recording.state.paused': 'Recording rests',
  'recording.outside': 'recorded',
  'recording.hearer': 'the recording',
  'recording.hearerTitle': 'The recording',
  'recording.hearerHint': 'hears and sees what you send',
  'recording.said.room.asking': 'This room is to be recorded.',
  'recording.said.room.on': 'This room is being recorded.',
  'recording.said.room.paused': 'The recording rests: somebody here has not agreed.',
  'recording.said.room.off': 'This room is no longer recorded.',
  'recording.said.talk.asking': 'This talk is to be recorded. The audience is not.',
  'recording.said.talk.on': 'This talk is being recorded. The audience is not.',
  'recording.said.talk.paused': 'The recording rests: nobody speaks.',
  'recording.said.talk.off': 'This talk is no longer recorded.',

  // afterwards
  'recording.after.finishing': 'The recording is being prepared: {percent} %',
  'recording.after.ready': 'With a recording',
  'recording.after.done': 'The recording is ready.',
  'recording.after.failed': 'The recording could not be made',
  'recording.leave': 'Take me out of the recording…',
  'recording.leaveFull': 'Take me out of the recording of “{title}”',
  'recording.leaveTitle': 'Take yourself out of “{title}”?',
  'recording.leaveText':
    'Nothing you said or showed is then heard or seen in it. It is made anew, and cannot be undone. Possible until {date}.',
  'recording.leaveYes': 'Take me out',
} as const satisfies Record<string, Message>;
