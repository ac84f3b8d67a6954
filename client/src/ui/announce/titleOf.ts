// The page's title: the office; in a hidden tab first how much is unread and who hears me, because the tab is all one sees of it.
import type { Say } from '../Ui.ts';

export interface TitleFacts {
  /** The office's name; undefined before it is known. */
  place: string | undefined;
  hidden: boolean;
  /** Lines said to me, and people who ask me something. */
  unread: number;
  /** Names of those who hear my open microphone now. */
  hearers: readonly string[];
}

const PRODUCT = 'Comptoir';

export function titleOf({ place, hidden, unread, hearers }: TitleFacts, t: Say): string {
  const office = place && place !== PRODUCT ? `${place} · ${PRODUCT}` : PRODUCT;
  if (!hidden) return office;
  const [first] = hearers;
  const heard =
    first === undefined ? undefined : hearers.length === 1 ? t('title.hears', { name: first }) : t('title.hear', { n: hearers.length });
  const news = [unread > 0 ? `● ${unread}` : undefined, heard].filter((part) => part !== undefined).join(' · ');
  return news === '' ? office : `${news} - ${office}`;
}
