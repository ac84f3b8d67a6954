// English: chat, direct messages, notes.
import type { Message } from '../Message.ts';

export const words = {
  // the panel and its channels
  'words.title': 'Chat',
  'words.close': 'Close the chat',
  'words.channels': 'Whom you write with',
  'words.conversation': 'Conversation',
  'words.everybody': 'Everybody',
  'words.somebody': 'Somebody',
  'words.tabUnread': { one: '{name}, {n} unread', other: '{name}, {n} unread' },
  'words.writeTo': 'Write to somebody',
  'words.writeToPerson': 'Write to {name}',
  'words.whom': 'Whom do you write to?',

  // what was said
  'words.log': 'What was said: {name}',
  'words.you': 'You',
  'words.today': 'Today',
  'words.newHere': 'New',
  'words.newLines': { one: '{n} new line', other: '{n} new lines' },
  'words.writes': '{name} is writing…',
  'words.writeTwo': '{name} and {other} are writing…',
  'words.writeMany': { one: '{n} person is writing…', other: '{n} people are writing…' },
  'words.empty.conversation': 'Nothing written yet.',
  'words.emptyHint.conversation': 'What you write in a conversation is read by those in it, and gone when it ends.',
  'words.empty.office': 'Nothing written yet.',
  'words.emptyHint.office': 'Say hello: everybody in the office reads it. Nothing is kept when the office closes.',
  'words.empty.person': 'Only {name} and you read this.',
  'words.emptyHint.person': 'It is forgotten when both of you have left.',

  // writing
  'words.field.conversation': 'Write to the conversation',
  'words.field.office': 'Write to everybody',
  'words.field.person': 'Write to {name}',
  'words.send': 'Send',
  'words.left': { one: '{n} character left', other: '{n} characters left' },
  'words.notSent': 'Not sent: the connection is lost. Your words stay here, send them again when it is back.',
  'words.gone': '{name} has left the office. You can write again when they are back.',
  'words.noConversation': 'You are in no conversation. Come near somebody to begin one.',
  'words.onlyListening': 'You only listen here. Step closer to join and write.',
  'words.mentionWhom': 'Whom do you mean?',
  'words.emoji': 'Emoji',
  'words.emojiLoading': 'The emoji are coming…',
  'words.emojiFailed': 'The emoji did not come. Close and try again.',

  // notes and announcements
  'words.noteDirect': '{name}: {text}',
  'words.noteMention': '{name} mentions you: {text}',
  'words.reply': 'Reply',
  'words.show': 'Show',
  'words.newsOne': '{name} writes: {text}',
  'words.newsMany': { one: '{n} new line from {name}.', other: '{n} new lines from {name}.' },
  'words.newsManyFrom': { one: '{n} new line, from {name} and others.', other: '{n} new lines, from {name} and others.' },
} satisfies Record<string, Message>;
