// English: the tour of an office.
import type { Message } from '../Message.ts';

export const tour = {
  'tour.title': 'A look around',
  'tour.offer': 'Show me round',
  'tour.intro': { one: 'One place, in a moment.', other: '{n} places, a minute and a half. You can leave at any time.' },
  'tour.stop': '{n} of {of}',
  'tour.begin': 'Let’s go',
  'tour.next': 'Next place',
  'tour.done': 'I’ve seen it',
  'tour.goThere': 'Walk on',
  'tour.end': 'End the tour',
  'tour.title.machine': 'Coffee',
  'tour.title.table': 'A table',
  'tour.title.desk': 'A desk',
  'tour.title.meeting': 'A meeting room',
  'tour.title.quiet': 'A quiet place',
  'tour.title.talk': 'The auditorium',
  'tour.machine': 'The coffee machine. Whoever has time to talk stands here. Come near somebody, wait for the ring to fill, and talk.',
  'tour.table':
    'A table is one conversation: sit down and you are in it, get up and you are out. The ring on the floor shows who hears you.',
  'tour.desk': 'At a desk nobody drops in on you: you are focused, and whoever wants you waves first.',
  'tour.meeting': 'Everybody in this room is one conversation. Close its door and others knock.',
  'tour.quiet': 'Nobody talks here. Wave, or write.',
  'tour.talk': 'Talks are held here: whoever is on the stage speaks, the rows listen.',
} satisfies Record<string, Message>;
