import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { describe, expect, it } from 'vitest';
import { TalkNews } from './TalkNews.ts';

type Role = ConversationMember['role'];
const view = (members: Record<string, Role>, change: Partial<ConversationView> = {}): ConversationView => ({
  id: 'c1',
  number: 1,
  kind: 'bubble',
  state: 'amongUs',
  place: { kind: 'near' },
  role: members.me ?? 'member',
  members: Object.entries(members).map(([personId, role]) => ({
    personId,
    role,
    microphone: true,
    camera: false,
    screen: false,
    hidden: false,
    lost: false,
  })),
  call: null,
  large: false,
  ...change,
});

describe('what is said of my conversation', () => {
  it('[L8] that I am in one, and with whom; that I am out', () => {
    const news = new TalkNews('me');
    expect(news.look(view({ me: 'member', noor: 'member' }))).toEqual([{ kind: 'in', people: ['noor'] }]);
    expect(news.look(undefined)).toEqual([{ kind: 'out' }]);
    expect(news.look(undefined)).toEqual([]);
  });

  it('[L8] that I only listen, and that I have come nearer', () => {
    const news = new TalkNews('me');
    expect(news.look(view({ noor: 'member', lou: 'listener', me: 'listener' }))).toEqual([{ kind: 'listening', people: ['noor'] }]);
    expect(news.look(view({ noor: 'member', lou: 'listener', me: 'member' }))).toEqual([{ kind: 'in', people: ['noor', 'lou'] }]);
  });

  it('[L8] who joins, listens and leaves, gathered over five seconds', () => {
    const news = new TalkNews('me');
    news.look(view({ me: 'member', noor: 'member' }));
    news.look(view({ me: 'member', noor: 'member', ada: 'member' }));
    expect(news.take(0)).toEqual([{ kind: 'joined', people: ['ada'] }]);
    news.look(view({ me: 'member', ada: 'member', lou: 'listener', kim: 'member' }));
    expect(news.take(3000)).toEqual([]);
    expect(news.take(5000)).toEqual([
      { kind: 'joined', people: ['kim'] },
      { kind: 'listens', people: ['lou'] },
      { kind: 'left', people: ['noor'] },
    ]);
  });

  it('[L8] not who came and was gone before it was told', () => {
    const news = new TalkNews('me');
    news.look(view({ me: 'member', noor: 'member' }));
    news.look(view({ me: 'member', noor: 'member', ada: 'member' }));
    news.look(view({ me: 'member', noor: 'member' }));
    expect(news.take(0)).toEqual([]);
  });

  it('[L8] what the door or the voices have become', () => {
    const news = new TalkNews('me');
    news.look(view({ me: 'member', noor: 'member' }));
    expect(news.look(view({ me: 'member', noor: 'member' }, { state: 'closed' }))).toEqual([{ kind: 'state', state: 'closed' }]);
  });

  it('[B21] who raises a hand in a meeting room, but me', () => {
    const news = new TalkNews('me');
    const both = { me: 'member', noor: 'member' } as const;
    news.look(view(both));
    expect(news.look(view(both, { hands: ['me', 'noor'] }))).toEqual([{ kind: 'hand', people: ['noor'] }]);
    expect(news.look(view(both, { hands: ['noor'] }))).toEqual([]);
  });

  it('[L8] another conversation is told anew', () => {
    const news = new TalkNews('me');
    news.look(view({ me: 'member', noor: 'member' }));
    expect(news.look(view({ me: 'member', ada: 'member' }, { id: 'c2' }))).toEqual([{ kind: 'in', people: ['ada'] }]);
  });
});
