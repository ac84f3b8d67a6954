// The note or the whiteboard of my conversation over the map: who has it open, what is wrong, and the editor; the call and the bar stay in sight.
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { Board } from './Board.tsx';
import { Note } from './Note.tsx';
import { SHEET_ICONS } from './SheetButtons.tsx';
import { useSharedSheet } from './useSharedSheet.ts';

export type SheetKind = 'note' | 'whiteboard';

export function SheetPanel({ world, kind, onClose }: { world: World; kind: SheetKind; onClose: () => void }) {
  const { app, t } = useUi();
  const conversation = world.talk.conversation.value;
  const sheet = useSharedSheet(world);
  const title = t(`sheet.${kind}`);
  // gone with the conversation
  const isOver = conversation === undefined || conversation.role === 'listener';
  useEffect(() => {
    if (!isOver) return;
    app.toasts.add({ key: 'sheet.gone' });
    onClose();
  }, [isOver]);
  if (isOver || !sheet) return null;
  const people = world.people.value;
  const busy = sheet.busy.value;
  const present = [...sheet.present.value].flatMap((id) => {
    const name = people.get(id)?.name;
    return name === undefined ? [] : t(`sheet.${busy.get(id) ?? 'here'}`, { name });
  });
  const problem = sheet.problem.value;
  const other = kind === 'note' ? 'whiteboard' : 'note';
  return (
    <section class="sheet-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p class="muted">{present.length > 0 ? present.join(' · ') : t('sheet.alone')}</p>
        <button type="button" class="button small" onClick={() => app.actions.openPanel(other)}>
          <Icon name={SHEET_ICONS[other]} size={18} />
          {t(`sheet.${other}`)}
        </button>
        <IconButton icon="close" label={t('sheet.close')} tip="none" onClick={onClose} />
      </header>
      {problem && (
        <p class="field-problem" role="alert">
          {t(`sheet.problem.${problem}`)}
        </p>
      )}
      {!sheet.isOpen.value ? (
        <p class="muted empty-line">{t('sheet.opening')}</p>
      ) : kind === 'note' ? (
        <Note sheet={sheet} />
      ) : (
        <Board sheet={sheet} />
      )}
    </section>
  );
}
