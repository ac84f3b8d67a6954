import { describe, expect, it } from 'vitest';
import { type StageFacts, stageNews } from './stageNews.ts';

const nothing: StageFacts = { talk: undefined, talks: [], over: undefined };
const prices = { id: 't1', title: 'Prices' };
const inIt = (change: Partial<NonNullable<StageFacts['talk']>> = {}): StageFacts => ({
  ...nothing,
  talk: { ...prices, role: 'audience', rank: 0, leads: false, ...change },
  talks: [prices],
});

describe('[U79] said of a talk is', () => {
  it.each<[string, StageFacts | undefined, StageFacts, unknown[]]>([
    ['nothing that was on already', undefined, { ...nothing, talks: [prices] }, []],
    ['that one begins', nothing, { ...nothing, talks: [prices] }, [{ kind: 'begins', title: 'Prices' }]],
    ['that one has ended', { ...nothing, talks: [prices] }, nothing, [{ kind: 'over', title: 'Prices' }]],
    ['that I am in the audience', { ...nothing, talks: [prices] }, inIt(), [{ kind: 'audience', title: 'Prices' }]],
    ['that I am on the stage', nothing, inIt({ role: 'stage' }), [{ kind: 'stage', title: 'Prices' }]],
    ['that I have the floor', inIt({ rank: 1 }), inIt({ role: 'floor' }), [{ kind: 'floor' }]],
    ['that I listen again', inIt({ role: 'floor' }), inIt(), [{ kind: 'back' }]],
    ['my hand', inIt(), inIt({ rank: 3 }), [{ kind: 'hand', rank: 3 }]],
    ['that I moved up', inIt({ rank: 3 }), inIt({ rank: 2 }), [{ kind: 'rank', rank: 2 }]],
    ['that my hand is down', inIt({ rank: 3 }), inIt(), [{ kind: 'handDown' }]],
    ['that I lead it', inIt(), inIt({ leads: true }), [{ kind: 'leads' }]],
    ['that I went out', inIt(), { ...nothing, talks: [prices] }, [{ kind: 'out', title: 'Prices' }]],
    ['its end by its card', inIt(), { ...nothing, over: 'Prices' }, []],
    ['nothing where nothing changed', inIt({ rank: 2 }), inIt({ rank: 2 }), []],
  ])('%s', (_, before, now, news) => {
    expect(stageNews(before, now)).toEqual(news);
  });
});
