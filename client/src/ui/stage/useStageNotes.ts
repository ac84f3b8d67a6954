// Notes of talks: one begins, I came to listen, the floor was taken back.
import { useEffect, useRef } from 'preact/hooks';
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { wayToTalk } from './TalksStrip.tsx';
import { isTalkNews } from './talkWords.ts';
import { nowOf } from './useNowMs.ts';

/** Whoever begins one, or sits in it, is told by what they see. */
const SETTLED_MS = 500;

export function useStageNotes(world: World): void {
  const ui = useUi();
  const { app, t, keyOf } = ui;
  const { auditorium } = world;
  const told = useRef(new Set<string>());
  const greeted = useRef(new Set<string>());
  const talks = auditorium.talks.value;
  useEffect(() => {
    const timers = talks.flatMap((summary) => {
      if (told.current.has(summary.talk)) return [];
      const tell = (): void => {
        told.current.add(summary.talk);
        const facts = { mine: auditorium.stage.peek()?.talk, availability: world.me.peek()?.availability, nowMs: nowOf(world) };
        if (!isTalkNews(summary, facts)) return;
        const go = wayToTalk(world, ui, summary);
        app.toasts.add({
          ...{ key: 'toast.talkBegins', words: { title: summary.title } },
          ...(go ? { act: { label: 'toast.talkGo', run: go } } : {}),
        });
      };
      return [setTimeout(tell, SETTLED_MS)];
    });
    return () => timers.forEach(clearTimeout);
  }, [talks]);

  const view = world.talk.conversation.value;
  const role = stageRole(view, world.myId.value);
  useEffect(() => {
    if (!view || role !== 'audience' || greeted.current.has(view.id)) return;
    greeted.current.add(view.id);
    const key = keyOf('raiseHand');
    if (key) app.toasts.add({ key: 'stage.youListen', words: { key } });
    else app.toasts.add({ key: 'stage.youListenTouch' });
  }, [view?.id, role]);

  const floor = auditorium.floor.value;
  useEffect(() => {
    if (!floor || floor.given) return;
    const name = world.people.peek().get(floor.by)?.name ?? t('host.somebody');
    if (floor.by === world.myId.peek()) app.toasts.add({ key: 'floor.over' });
    else app.toasts.add({ key: 'floor.taken', words: { name } });
  }, [floor]);
}
