// Notes of a call as short toasts: who hears me first, speaking while muted, silent or unplugged devices, answers to what I asked.
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { type CallNote, CallNotes } from './CallNotes.ts';
import { hearersOf, listNames } from './hearers.ts';

export function useCallNotes(world: World): void {
  const { app, t, keyOf, language } = useUi();
  useEffect(() => {
    const notes = new CallNotes();
    const { call } = app;
    const show = (note: CallNote, hearers: readonly string[]): void => {
      const key = keyOf('microphone');
      const add = (toast: MessageKey, words = {}): void => app.toasts.add({ key: toast, words });
      switch (note.kind) {
        case 'heard': {
          const people = world.people.peek();
          const names = listNames(
            hearers.flatMap((id) => people.get(id)?.name ?? []),
            language.peek(),
            (n) => t('hears.more', { n }),
          );
          const heard = hearers.length === 1 ? 'toast.hearsYou' : 'toast.hearYou';
          return key ? add(heard, { names, key }) : add(`${heard}Touch`, { names });
        }
        case 'muted':
          return key ? add('toast.muted', { key }) : add('toast.mutedTouch');
        case 'silent':
          return add('toast.silent');
        case 'microphoneProblem':
          return add(`problem.mic.${note.problem}`);
        case 'cameraProblem':
          return add(`problem.camera.${note.problem}`);
      }
    };
    const stop = effect(() => {
      const view = world.talk.conversation.value;
      // in a talk the audience hears as well, and nobody there needs to be told by name
      const people = view?.kind === 'talk' ? [] : hearersOf(view, world.myId.value).people;
      const hearers = people.map(({ personId }) => personId);
      const facts = {
        microphone: call.microphone.value,
        hearers,
        isSpeakingMuted: call.isSpeakingMuted.value,
        isSilent: call.devices.isSilent.value,
        microphoneProblem: call.devices.microphoneProblem.value,
        cameraProblem: call.devices.cameraProblem.value,
      };
      for (const note of notes.look(facts, performance.now())) show(note, hearers);
    });
    return stop;
  }, [world]);

  const answered = world.talk.answered.value;
  useEffect(() => {
    if (!answered) return;
    const name = world.people.peek().get(answered.person ?? '')?.name ?? '';
    const yes = {
      knock: 'asks.answerYesKnock',
      talk: 'asks.answerYesTalk',
      join: 'asks.answerYesJoin',
      walk: 'asks.answerYesWalk',
    } as const;
    const key = answered.yes ? yes[answered.kind] : answered.inFive ? 'asks.answerInFive' : 'asks.answerNo';
    app.toasts.add({ key, words: { name } });
  }, [answered]);
}
