// Above the field: which line is answered, or that one of mine is being changed; and a way out of it.
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { excerptOf } from '../lines/lineWords.ts';
import type { Compose } from './Compose.ts';

export function ComposeBar({ world, compose, onCancel }: { world: World; compose: Compose; onCancel: () => void }) {
  const { t } = useUi();
  const editing = compose.editing.value;
  const line = editing ?? compose.replyTo.value;
  if (!line) return null;
  const name = line.from === world.myId.value ? t('words.you') : line.name;
  return (
    <div class="compose-bar">
      <Icon name={editing ? 'pencil' : 'reply'} size={18} />
      <p>
        <b>{editing ? t('compose.editing') : t('compose.replying', { name })}</b>
        <span class="muted">{editing ? t('compose.editHint') : excerptOf(line)}</span>
      </p>
      <IconButton icon="close" tip="none" label={t(editing ? 'compose.noEdit' : 'compose.noReply')} onClick={onCancel} />
    </div>
  );
}
