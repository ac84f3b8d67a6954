// At a table, on a bench, in a meeting room: the buttons that open the note and the whiteboard of my conversation.
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export const SHEET_ICONS = { note: 'list', whiteboard: 'pencil' } as const;

/** W11: where there is something to write on. Listeners only hear. */
const hasSheets = ({ role, kind, place }: Pick<ConversationView, 'role' | 'kind' | 'place'>): boolean =>
  role !== 'listener' && (kind === 'meeting' || place.kind === 'table');

export function SheetButtons({ world }: { world: World }) {
  const { app, t } = useUi();
  const conversation = world.talk.conversation.value;
  if (!conversation || !hasSheets(conversation)) return null;
  const open = app.panel.value;
  const toggle = (panel: 'note' | 'whiteboard'): void => app.actions.openPanel(open === panel ? undefined : panel);
  return (
    <>
      {(['note', 'whiteboard'] as const).map((kind) => (
        <button key={kind} type="button" class="button small sheet-button" aria-pressed={open === kind} onClick={() => toggle(kind)}>
          <Icon name={SHEET_ICONS[kind]} size={18} />
          <span>{t(`sheet.${kind}`)}</span>
        </button>
      ))}
    </>
  );
}
