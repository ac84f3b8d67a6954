// One line: what it answers, its words, its files, what others felt, and the button to everything that may be done with it.
import type { Line } from '@comptoir/shared/protocol/talk';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { nameOf } from '../channels/nameOf.ts';
import { LineFiles } from './LineFiles.tsx';
import { LineText } from './LineText.tsx';
import { type LineTools, lineRights } from './LineTools.ts';
import { dayAndHourOf, excerptOf, quoteOf, spokenLine } from './lineWords.ts';
import { Reactions } from './Reactions.tsx';

interface LineRowProps {
  world: World;
  line: Line;
  tools: LineTools;
  /** Id of the sentence on the keys. */
  keysId: string;
}

const SHORT = 40;

export function LineRow({ world, line, tools, keysId }: LineRowProps) {
  const { t, language } = useUi();
  const rights = lineRights(world, line, tools.isOpen);
  const isMine = line.from === world.myId.value;
  const { replyTo, files = [], editedMs } = line;
  const excerpt = excerptOf(line);
  const short = excerpt.length > SHORT ? `${excerpt.slice(0, SHORT)}…` : excerpt;
  const spoken = spokenLine(line, isMine ? t('words.you') : line.name, (id) => nameOf(world, id), language.value, t);
  const hasMenu = rights.reply || rights.erase;
  return (
    // biome-ignore lint/a11y/useSemanticElements: hundreds of them stand in the log, each to be led to by the arrows
    <div
      class="line-row"
      data-line={line.id}
      role="article"
      tabIndex={-1}
      aria-label={spoken}
      aria-describedby={hasMenu ? keysId : undefined}
    >
      <div class="line-body">
        {replyTo && (
          <button
            type="button"
            tabIndex={-1}
            class="line-quote"
            aria-label={t('line.goToQuote', { name: replyTo.name })}
            disabled={replyTo.text === null}
            onClick={() => tools.show(replyTo.id)}
          >
            <Icon name="reply" size={14} />
            <span>
              <b>{replyTo.name}</b> {replyTo.text === null ? <i>{t('line.erasedQuote')}</i> : quoteOf(replyTo.text)}
            </span>
          </button>
        )}
        {line.text !== '' && <LineText world={world} text={line.text} mentions={line.mentions} />}
        {files.length > 0 && <LineFiles files={files} />}
        {editedMs !== undefined && (
          <small class="line-edited muted" title={t('line.editedAt', { date: dayAndHourOf(editedMs, language.value) })}>
            {t('line.edited')}
          </small>
        )}
        <Reactions world={world} line={line} tools={tools} />
      </div>
      {hasMenu && (
        <span class="line-tools">
          {rights.react && (
            <MenuButton icon="laugh" label={t('line.react')} onOpen={(button) => tools.openMenu(line, button, 'emoji')} isExtra />
          )}
          <MenuButton icon="more" label={t('line.actions', { text: short })} onOpen={(button) => tools.openMenu(line, button, 'acts')} />
        </span>
      )}
    </div>
  );
}

interface MenuButtonProps {
  icon: 'laugh' | 'more';
  label: string;
  onOpen: (button: HTMLElement) => void;
  /** The other one leads there too. */
  isExtra?: boolean;
}

function MenuButton({ icon, label, onOpen, isExtra }: MenuButtonProps) {
  return (
    <button
      type="button"
      class={isExtra ? 'icon-button line-tool extra' : 'icon-button line-tool'}
      tabIndex={-1}
      aria-label={label}
      aria-haspopup="menu"
      aria-hidden={isExtra}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      <Icon name={icon} size={18} />
    </button>
  );
}
