// In the menu of a meeting room: asks for a recording, and leads to those that I am in.
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { readShelf } from '../shelf/readShelf.ts';

/** Reads signals. */
export const mayRecordRoom = ({ talk, auditorium }: World): boolean => {
  const { kind, role } = talk.conversation.value ?? {};
  return kind === 'meeting' && role === 'member' && auditorium.recording.value === undefined;
};

/** Somebody in my meeting room asks whether I may be recorded. Reads signals. */
export const isAskedInRoom = ({ auditorium }: World): boolean => {
  const { view } = auditorium.recording.value ?? {};
  return view?.of === 'meeting' && view.mine === 'asked';
};

export function RoomRecordItems({ world }: { world: World }) {
  const { app, t, asking } = useUi();
  useEffect(() => void readShelf(app, world), []);
  if (world.talk.conversation.value?.kind !== 'meeting') return null;
  const hasMeetings = world.auditorium.past.value?.some(({ of }) => of === 'meeting') === true;
  return (
    <>
      <div class="menu-rule" />
      {mayRecordRoom(world) && (
        <button
          type="button"
          role="menuitem"
          class="menu-item"
          onClick={() => {
            asking.value = { what: 'recordTalk' };
          }}
        >
          <Icon name="record" size={20} />
          <span class="menu-words">
            <span>{t('recording.ask')}</span>
            <small class="muted">{t('recording.room.askHint')}</small>
          </span>
        </button>
      )}
      {hasMeetings && (
        <button type="button" role="menuitem" class="menu-item" onClick={() => app.actions.openPanel('pastTalks')}>
          <Icon name="chapter" size={20} />
          <span>{t('shelf.meetings')}</span>
        </button>
      )}
    </>
  );
}
