// What one person said in one minute: their face and name once, then the lines; my own at the right.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { World } from '../../../world/World.ts';
import { Portrait } from '../../kit/Portrait.tsx';
import { useUi } from '../../Ui.ts';
import type { Block } from './groupLines.ts';
import { LineRow } from './LineRow.tsx';
import type { LineTools } from './LineTools.ts';
import { hourOf } from './lineWords.ts';

interface LineGroupProps {
  world: World;
  group: Extract<Block, { kind: 'group' }>;
  tools: LineTools;
  keysId: string;
}

export function LineGroup({ world, group, tools, keysId }: LineGroupProps) {
  const { t, language } = useUi();
  const { from, name, atMs, mine, lines } = group;
  const known = world.talk.kept.people.value.get(from)?.appearance;
  const appearance = world.people.value.get(from)?.appearance ?? decodeAppearance(known ?? '') ?? DEFAULT_APPEARANCE;
  return (
    <div class={mine ? 'line-group mine' : 'line-group'}>
      {!mine && <Portrait appearance={appearance} size={32} />}
      <div class="line-stack">
        <p class="line-head">
          <b class={mine ? 'visually-hidden' : ''}>{mine ? t('words.you') : name}</b>
          <time class="muted" dateTime={new Date(atMs).toISOString()}>
            {hourOf(atMs, language.value)}
          </time>
        </p>
        {lines.map((line) => (
          <LineRow key={line.id} world={world} line={line} tools={tools} keysId={keysId} />
        ))}
      </div>
    </div>
  );
}
