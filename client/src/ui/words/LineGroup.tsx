// What one person said in one minute: their face and name once, then the lines; my own at the right.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { World } from '../../world/World.ts';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import type { Block } from './groupLines.ts';
import { LineText } from './LineText.tsx';

export function LineGroup({ world, group }: { world: World; group: Extract<Block, { kind: 'group' }> }) {
  const { t, language } = useUi();
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
        {lines.map(({ id, text, mentions }) => (
          <LineText key={id} world={world} text={text} mentions={mentions} />
        ))}
      </div>
    </div>
  );
}
