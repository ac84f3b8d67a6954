// What one person said in one minute: their face and name once, then the lines; my own at the right.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { Line } from '@comptoir/shared/protocol/talk';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import type { Block } from './groupLines.ts';
import { LineText } from './LineText.tsx';

export function LineGroup({ world, group }: { world: World; group: Extract<Block, { kind: 'group' }> }) {
  const { app, t, language } = useUi();
  const { from, name, atMs, mine, lines } = group;
  const at = new Date(atMs);
  const time = new Intl.DateTimeFormat(language.value, { hour: '2-digit', minute: '2-digit' }).format(at);
  return (
    <div class={mine ? 'line-group mine' : 'line-group'}>
      {!mine && <Portrait appearance={world.people.value.get(from)?.appearance ?? DEFAULT_APPEARANCE} size={32} />}
      <div class="line-stack">
        <p class="line-head">
          <b class={mine ? 'visually-hidden' : ''}>{mine ? t('words.you') : name}</b>
          <time class="muted" dateTime={at.toISOString()}>
            {time}
          </time>
        </p>
        {lines.map((line) => (
          <div key={line.id} class="line-row">
            <LineText world={world} text={line.text} mentions={line.mentions} />
            {mayErase(world, line) && (
              <IconButton
                icon="erase"
                class="erase-line"
                tip="none"
                label={t('words.erase')}
                fullLabel={t('words.eraseLine', { text: shortened(line.text) })}
                onClick={() => {
                  const undo = app.actions.talk.erase(line.id);
                  app.toasts.add({ key: 'words.erased', undo });
                }}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

const SHORT = 40;
const shortened = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT)}…` : text);

/** My own lines, and for hosts what was said to everybody. */
function mayErase(world: World, { from, to }: Line): boolean {
  return from === world.myId.value || (to.kind === 'office' && may(world.me.value?.rank ?? 'visitor', 'eraseLines'));
}
