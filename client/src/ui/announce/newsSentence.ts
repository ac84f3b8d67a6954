// News of arrivals as one sentence: one name, two names, or a name and how many others.
import type { Say } from '../Ui.ts';
import type { ArrivalKind } from './ArrivalNews.ts';

export function newsSentence(news: { kind: ArrivalKind; names: readonly string[] }, t: Say): string {
  const [first = '', ...others] = news.names;
  if (others.length === 0) return t(`announce.${news.kind}`, { name: first });
  return t(`announce.${news.kind}Many`, { name: first, n: others.length });
}
