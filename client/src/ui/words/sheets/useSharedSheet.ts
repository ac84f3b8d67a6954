// The shared document of the conversation I am in, for as long as an editor shows it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { SharedSheet } from './SharedSheet.ts';

export function useSharedSheet(world: World): SharedSheet | undefined {
  const { app } = useUi();
  const sheet = useSignal<SharedSheet | undefined>(undefined);
  const conversation = world.talk.conversation.value?.id;
  useEffect(() => {
    if (conversation === undefined) return;
    const opened = new SharedSheet(conversation, {
      send: (message) => app.actions.talk.note(message),
      listen: (listener) => world.talk.onNote(listener),
    });
    sheet.value = opened;
    // W11: what was written while the line was cut is told when it is back
    let wasOnline = world.connection.peek() === 'online';
    const stop = world.connection.subscribe((state) => {
      if (state === 'online' && !wasOnline) opened.open();
      wasOnline = state === 'online';
    });
    return () => {
      stop();
      opened.end();
      sheet.value = undefined;
    };
  }, [conversation]);
  return sheet.value;
}
