// Whom I talk with and what was said, as the server tells: part of the World, written by net and session only.
import { decodeNote, type NoteMessage } from '@comptoir/shared/protocol/notes';
import type { AskView, ConversationSummary, ConversationView, Line, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import type { Channel } from './channelNames.ts';
import { KeptChannels } from './KeptChannels.ts';

export { type Channel, channelOf } from './channelNames.ts';

/** What I asked and was not answered yet. */
export interface MyAsk extends Omit<AskView, 'from'> {
  person: string | undefined;
}

export class Talk {
  /** The server's word: whom I talk with, who hears me. */
  readonly conversation = signal<ConversationView | undefined>(undefined);
  /** All conversations of the office, while the list asks for them. */
  readonly conversations = signal<readonly ConversationSummary[]>([]);
  /** Who asks me something, the oldest first. */
  readonly asks = signal<readonly AskView[]>([]);
  readonly myAsks = signal<readonly MyAsk[]>([]);
  /** The last answer to something I asked: for a note. */
  readonly answered = signal<TalkServerMessages['askAnswered'] | undefined>(undefined);
  /** Why the circle beside me does not take me. */
  readonly beside = signal<TalkServerMessages['beside'] | undefined>(undefined);

  readonly lines = signal<ReadonlyMap<Channel, readonly Line[]>>(new Map());
  /** Lines that I am erasing: not shown, though others may still read them for a moment. */
  readonly erasing = signal<ReadonlySet<string>>(new Set());
  /** The last line that somebody else said: for sounds and announcements. */
  readonly heard = signal<Line | undefined>(undefined);
  readonly unread = signal<ReadonlyMap<Channel, number>>(new Map());
  /** What outlives a visit. */
  readonly kept = new KeptChannels();
  /** The channel that the chat shows. */
  readonly channel = signal<Channel>('office');
  /** Counts the wishes to write: at each, the composer takes the focus. */
  readonly wishesToWrite = signal(0);
  /** Channel -> who types there -> until when (ms, performance.now). */
  readonly typing = signal<ReadonlyMap<Channel, ReadonlyMap<string, number>>>(new Map());
  /** personId -> the last line to my conversation, for the speech bubble; hot, read each frame. */
  readonly bubbles = new Map<string, { text: string; untilMs: number }>();
  /** personId -> loudness now, 0 to 1, of whom I hear and of myself; hot, written by media, read each frame. */
  readonly levels = new Map<string, number>();
  /** Who speaks now: follows `levels` within 200 ms. */
  readonly speaking = signal<ReadonlySet<string>>(new Set());

  readonly #noteListeners = new Set<(message: NoteMessage) => void>();

  /** Of the note and the whiteboard of my conversation. @returns ends it */
  onNote(listener: (message: NoteMessage) => void): () => void {
    this.#noteListeners.add(listener);
    return () => this.#noteListeners.delete(listener);
  }

  hearNote(bytes: Uint8Array): void {
    const message = decodeNote(bytes);
    if (message) for (const listener of this.#noteListeners) listener(message);
  }
}
