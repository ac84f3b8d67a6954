// A line as the store keeps it and as people read it: one made from the other. What one person says to another is sealed in between.
import type { FileView } from '@comptoir/shared/protocol/channels';
import type { Audience, Line } from '@comptoir/shared/protocol/talk';
import { type InstanceKey, openText, sealText } from '../ops/sealText.ts';
import { officeChannel, pairChannel, topicChannel, topicOf } from '../store/channelKeys.ts';
import type { StoredFile } from '../store/files.ts';
import type { NewLine } from '../store/lines.ts';
import { quoteSeal, textSeal } from '../store/seals.ts';
import type { StoredLine } from '../store/storedLines.ts';

/** Stands where a text cannot be opened: sealed with another key, or damaged. */
const UNREADABLE = '\ufffd';

export const fileViewOf = ({ fileId, name, type, bytes, width, height }: StoredFile): FileView => ({
  ...{ id: fileId, name, type, bytes },
  ...(width === null || height === null ? {} : { width, height }),
});

/** Undefined: nothing of a conversation is kept. */
export function channelOf({ from, to }: Pick<Line, 'from' | 'to'>, office: string): string | undefined {
  switch (to.kind) {
    case 'office':
      return officeChannel(office);
    case 'topic':
      return topicChannel(to.id);
    case 'person':
      return pairChannel(from, to.id);
    case 'conversation':
      return undefined;
  }
}

function audienceOf({ channel, toId }: Pick<StoredLine, 'channel' | 'toId'>): Audience {
  if (toId !== null) return { kind: 'person', id: toId };
  const topic = topicOf(channel);
  return topic === undefined ? { kind: 'office' } : { kind: 'topic', id: topic };
}

export function lineOf(key: InstanceKey, stored: StoredLine): Line {
  const { lineId, fromId, toId, name, mentions, atMs, editedMs, replyToId, replyFrom, replyName, replyText, reactions, files } = stored;
  const open = (text: string, about: string): string => (toId === null ? text : (openText(key, text, about) ?? UNREADABLE));
  const quote = replyText === null ? null : open(replyText, quoteSeal(lineId));
  return {
    ...{ id: lineId, from: fromId, name, to: audienceOf(stored), text: open(stored.text, textSeal(lineId)), atMs, mentions },
    ...(editedMs === null ? {} : { editedMs }),
    ...(replyToId === null ? {} : { replyTo: { id: replyToId, from: replyFrom ?? '', name: replyName ?? '', text: quote } }),
    ...(reactions.length === 0 ? {} : { reactions }),
    ...(files.length === 0 ? {} : { files: files.map(fileViewOf) }),
  };
}

export const sealedText = (key: InstanceKey, { id, to, text }: Pick<Line, 'id' | 'to' | 'text'>): string =>
  to.kind === 'person' ? sealText(key, text, textSeal(id)) : text;

/** @param hiddenFrom whoever never reads it */
export function newLineOf(key: InstanceKey, line: Line, office: string, channel: string, hiddenFrom: string | undefined): NewLine {
  const { id: lineId, from: fromId, to, name, mentions, atMs, replyTo } = line;
  const quote = replyTo?.text ?? null;
  return {
    ...{ lineId, office, channel, fromId, toId: to.kind === 'person' ? to.id : null, name, text: sealedText(key, line), mentions, atMs },
    ...{ replyToId: replyTo?.id ?? null, replyFrom: replyTo?.from ?? null, replyName: replyTo?.name ?? null },
    replyText: quote !== null && to.kind === 'person' ? sealText(key, quote, quoteSeal(lineId)) : quote,
    hiddenFrom: hiddenFrom ?? null,
  };
}
