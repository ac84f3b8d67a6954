// English: the demo office.
import type { Message } from '../Message.ts';

export const demo = {
  'demo.title': 'Demo: people of cardboard, nobody here is real.',
  'demo.own': 'To the office',
  'demo.step.ring': 'Stand beside somebody: the ring fills, and you talk.',
  'demo.step.outLoud': 'Out loud: whoever stands near may listen, and is seen to.',
  'demo.step.closed': 'Door closed: others knock.',
  'demo.step.goodbye': 'Goodbye: each goes on their own way.',
  'demo.step.evening': 'Evening comes, and the lamps are lit.',
  'demo.step.left': 'Two real people are here: the cardboard ones have left.',
  'demo.who.illustrator': 'Illustrator',
  'demo.who.developer': 'Web developer',
  'demo.who.translator': 'Translator',
  'demo.who.photographer': 'Photographer',
  'demo.line.hello': 'Hello! What are you on today?',
  'demo.line.cover': 'A bookshop’s site. It still needs a cover picture.',
  'demo.line.languages': 'And a second language, I hope?',
  'demo.line.louder': 'Out loud, then: listen in if you like.',
  'demo.line.listening': 'I’m only listening.',
  'demo.line.quiet': 'Prices now: door closed for a moment.',
  'demo.line.knock': 'Knock, knock.',
  'demo.line.comeIn': 'Come in, we need photos.',
  'demo.line.bye': 'Back to work. See you at the machine!',
} satisfies Record<string, Message>;
