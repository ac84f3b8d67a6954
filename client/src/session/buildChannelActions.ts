// The verbs of what is written and stays, done: pages of the past, a found line with its surroundings, editing, reactions, files.
import type { KeptChannel } from '@comptoir/shared/protocol/channels';
import { type Answer, isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { batch, computed, type ReadonlySignal } from '@preact/signals-core';
import type { ChannelActions, Outcome } from '../actions.ts';
import type { Connection } from '../net/Connection.ts';
import { sendFile } from '../net/sendFile.ts';
import { type Channel, channelOf, channelOfTopic, keptOf } from '../world/channelNames.ts';
import { changeLine, mergeLines, takeHistory } from '../world/lines.ts';
import { withReaction } from '../world/reactions.ts';
import type { World } from '../world/World.ts';

export interface ChannelActionParts {
  world: ReadonlySignal<World | undefined>;
  /** Undefined while I am not inside. */
  inside(): { world: World; connection: Connection } | undefined;
  openChat(): void;
  /** Called with what a refused action should say. */
  refused(refusal: Refusal): void;
}

/** Whoever reads along tells their other devices this often at most. */
const READ_EVERY_MS = 800;

export interface BuiltChannels {
  actions: ChannelActions;
  readUpTo(channel: Channel): void;
}

export function buildChannelActions(parts: ChannelActionParts): BuiltChannels {
  const { inside } = parts;
  const toldRead = new Map<Channel, string>();
  const tellingRead = new Set<Channel>();

  const ask: ChannelActions['ask'] = async (name, question) =>
    (await inside()?.connection.request(name, question)) ?? { refused: 'notHere' as const };

  const history = async (channel: Channel, at: { before?: string; after?: string; around?: string }): Promise<Answer<'history'>> => {
    const of: KeptChannel | undefined = keptOf(channel);
    return of ? ask('history', { of, ...at }) : { refused: 'invalid' };
  };

  async function older(channel: Channel): Promise<void> {
    const { talk } = inside()?.world ?? {};
    if (!talk || !keptOf(channel)) return;
    const { kept } = talk;
    const excerpt = kept.excerpt.peek();
    if (excerpt?.channel === channel) return olderThanExcerpt();
    const page = kept.pages.peek().get(channel);
    if (page?.state === 'loading' || (page?.state === 'there' && !page.more)) return;
    const before = page ? talk.lines.peek().get(channel)?.[0]?.id : undefined;
    kept.page(channel, { more: page?.more ?? true, state: 'loading' });
    const answer = await history(channel, before === undefined ? {} : { before });
    if (isRefused(answer)) kept.page(channel, { more: page?.more ?? true, state: 'failed' });
    else batch(() => takeHistory(talk, channel, answer, before === undefined));
  }

  async function olderThanExcerpt(): Promise<void> {
    const kept = inside()?.world.talk.kept;
    const excerpt = kept?.excerpt.peek();
    const [first] = excerpt?.lines ?? [];
    if (!kept || !excerpt?.more || !first) return;
    const answer = await history(excerpt.channel, { before: first.id });
    const now = kept.excerpt.peek();
    if (isRefused(answer) || now?.channel !== excerpt.channel) return;
    kept.excerpt.value = { ...now, lines: mergeLines(now.lines, answer.lines), more: answer.more };
  }

  async function later(): Promise<void> {
    const talk = inside()?.world.talk;
    const excerpt = talk?.kept.excerpt.peek();
    const last = excerpt?.lines.at(-1);
    if (!talk || !excerpt || !last) return;
    const answer = await history(excerpt.channel, { after: last.id });
    const now = talk.kept.excerpt.peek();
    if (isRefused(answer) || now?.channel !== excerpt.channel) return;
    const lines = mergeLines(now.lines, answer.lines);
    const here = new Set(
      talk.lines
        .peek()
        .get(excerpt.channel)
        ?.map(({ id }) => id),
    );
    // they meet: one list again
    if (!answer.later || lines.some(({ id }) => here.has(id)))
      batch(() => {
        takeHistory(talk, excerpt.channel, { lines, more: now.more }, false);
        talk.kept.excerpt.value = undefined;
      });
    else talk.kept.excerpt.value = { ...now, lines, later: true };
  }

  async function seek(channel: Channel, line: string): Promise<void> {
    const talk = inside()?.world.talk;
    if (!talk) return;
    const { kept } = talk;
    const isHere = talk.lines
      .peek()
      .get(channel)
      ?.some(({ id }) => id === line);
    const excerpt = kept.excerpt.peek();
    if (isHere) kept.excerpt.value = undefined;
    else if (!(excerpt?.channel === channel && excerpt.lines.some(({ id }) => id === line))) {
      const answer = await history(channel, { around: line });
      if (isRefused(answer)) return parts.refused(answer.refused);
      const { lines, more, later: hasLater } = answer;
      batch(() => {
        if (hasLater) kept.excerpt.value = { channel, lines, more, later: true };
        else takeHistory(talk, channel, { lines, more }, false);
      });
    }
    kept.goal.value = { channel, line };
  }

  const actions: ChannelActions = {
    ask,
    open(channel, line) {
      const talk = parts.world.peek()?.talk;
      if (!talk) return;
      talk.channel.value = channel;
      parts.openChat();
      if (line !== undefined) void seek(channel, line);
    },
    older,
    later,
    latest() {
      const kept = parts.world.peek()?.talk.kept;
      if (kept) kept.excerpt.value = undefined;
    },
    async edit(line, text): Promise<Outcome> {
      const answer = await ask('editLine', { line, text });
      if (isRefused(answer)) return answer;
      const here = inside();
      if (here) changeLine(here.world.talk, answer.line, here.world.myId.peek());
      return { ok: true };
    },
    react(line, emoji, on) {
      const here = inside();
      const myId = here?.world.myId.peek();
      if (!here || myId === undefined) return;
      const { talk } = here.world;
      const show = (isOn: boolean): void => {
        const channel = channelOf(line.to, line.from, myId);
        const excerpt = talk.kept.excerpt.peek();
        const isIt = ({ id }: Line): boolean => id === line.id;
        const now = talk.lines.peek().get(channel)?.find(isIt) ?? excerpt?.lines.find(isIt);
        if (now) changeLine(talk, withReaction(now, emoji, myId, isOn), myId);
      };
      show(on);
      void ask('react', { line: line.id, emoji, on }).then((answer) => {
        if (!isRefused(answer)) return;
        show(!on);
        parts.refused(answer.refused);
      });
    },
    async sendFile(file, name, onShare, signal) {
      const ticket = inside()?.connection.ticket;
      return ticket === undefined ? { failed: 'notHere' } : sendFile(file, name, ticket, onShare, signal);
    },
    corner: computed(() => {
      const world = parts.world.value;
      if (!world || world.myId.value === undefined) return null;
      const topic = world.talk.kept.topicOf(world.surroundings.value.area?.id);
      return topic ? () => actions.open(channelOfTopic(topic.id)) : null;
    }),
  };

  /** After a moment: who reads along reads many. */
  function readUpTo(channel: Channel): void {
    const of = keptOf(channel);
    if (!of || tellingRead.has(channel)) return;
    tellingRead.add(channel);
    setTimeout(() => {
      tellingRead.delete(channel);
      const last = inside()?.world.talk.lines.peek().get(channel)?.at(-1)?.id;
      if (last === undefined || toldRead.get(channel) === last) return;
      toldRead.set(channel, last);
      void ask('readUpTo', { of, line: last });
    }, READ_EVERY_MS);
  }

  return { actions, readUpTo };
}
