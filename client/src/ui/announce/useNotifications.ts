// The system's own notes while this page is hidden: somebody knocks, waves, invites or writes to me. Only where the person asked for them.
import type { AskView, Line } from '@comptoir/shared/protocol/talk';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { gatheringWords } from '../hosting/gatheringWords.ts';
import { type Ui, useUi } from '../Ui.ts';

const SHOWN = 120;

/** May this page show notes now? Browsers without them, or where they were refused, show none. */
export const mayNotify = (): boolean => typeof Notification === 'function' && Notification.permission === 'granted';

/** To be called from a click. */
export async function askToNotify(): Promise<boolean> {
  if (typeof Notification !== 'function') return false;
  return (await Notification.requestPermission()) === 'granted';
}

export function useNotifications(world: World): void {
  const ui = useUi();
  useEffect(() => {
    const notes = new Set<Notification>();
    const isWanted = (): boolean =>
      document.visibilityState === 'hidden' && ui.app.preferences.values.peek().notifications && mayNotify() && !isQuiet(world);
    const show = (title: string, body: string, tag: string, open?: () => void): void => {
      if (!isWanted()) return;
      const note = showNote(title, body, tag, open);
      if (note) notes.add(note);
    };
    let known = new Set(world.talk.asks.peek().map(({ id }) => id));
    const stopAsks = world.talk.asks.subscribe((asks) => {
      for (const ask of asks) if (!known.has(ask.id)) show(titleOfAsk(ask, world, ui), '', ask.id);
      known = new Set(asks.map(({ id }) => id));
    });
    let atDoor = new Set(world.hosting.knocks.peek().map(({ id }) => id));
    const stopKnocks = world.hosting.knocks.subscribe((knocks) => {
      for (const { id, name, trade } of knocks) if (!atDoor.has(id)) show(ui.t('knocks.knocks', { name }), trade, id);
      atDoor = new Set(knocks.map(({ id }) => id));
    });
    let last = world.talk.heard.peek();
    const stopLines = world.talk.heard.subscribe((line) => {
      if (!line || line === last) return;
      last = line;
      if (line.to.kind === 'person')
        show(line.name, short(line), `from ${line.from}`, () => ui.app.actions.channels.open(line.from, line.id));
    });
    const { hosting } = world;
    let gathered = hosting.gathering.peek()?.untilTick;
    const stopGathering = hosting.gathering.subscribe((gathering) => {
      if (gathering && gathering.untilTick !== gathered && gathering.by !== world.myId.peek())
        show(gatheringWords(world, gathering, ui.language.peek(), ui.t), '', 'gathering');
      gathered = gathering?.untilTick;
    });
    let announced = hosting.announcement.peek()?.untilTick;
    const stopAnnouncement = hosting.announcement.subscribe((announcement) => {
      if (announcement && announcement.untilTick !== announced && announcement.by !== world.myId.peek())
        show(ui.t('toAll.soon', { name: announcement.name }), '', 'announcement');
      announced = announcement?.untilTick;
    });
    let noticed = hosting.notice.peek()?.untilTick;
    const stopNotice = hosting.notice.subscribe((notice) => {
      if (notice && notice.untilTick !== noticed) show(notice.text, '', 'notice');
      noticed = notice?.untilTick;
    });
    // whoever looks at the page again has no need of them
    const close = (): void => {
      if (document.visibilityState !== 'visible') return;
      for (const note of notes) note.close();
      notes.clear();
    };
    document.addEventListener('visibilitychange', close);
    return () => {
      stopAsks();
      stopKnocks();
      stopLines();
      stopGathering();
      stopAnnouncement();
      stopNotice();
      document.removeEventListener('visibilitychange', close);
    };
  }, [world]);
}

const isQuiet = (world: World): boolean => world.me.peek()?.availability === 'doNotDisturb';

const KEYS = { knock: 'asks.knock', talk: 'asks.talk', join: 'asks.join', walk: 'asks.walk' } as const;

const titleOfAsk = ({ kind, from }: AskView, world: World, { t }: Ui): string =>
  t(KEYS[kind], { name: world.people.peek().get(from)?.name ?? '' });

const short = ({ text }: Line): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Some telephones have notes only through a service worker, and say so by an exception. */
function showNote(title: string, body: string, tag: string, open: (() => void) | undefined): Notification | undefined {
  try {
    const note = new Notification(title, { body, tag });
    note.onclick = () => {
      window.focus();
      open?.();
      note.close();
    };
    return note;
  } catch {
    return undefined;
  }
}
