// A line that was found: who said it, where, when, and the words that were looked for, marked.
import type { Line } from '@comptoir/shared/protocol/talk';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { dayAndHourOf, excerptOf } from '../lines/lineWords.ts';
import { foundWhere } from './foundWhere.ts';
import { Marked } from './Marked.tsx';

interface FoundLineProps {
  world: World;
  line: Line;
  words: string;
  onChoose: () => void;
}

export function FoundLine({ world, line, words, onChoose }: FoundLineProps) {
  const { t, language } = useUi();
  const name = line.from === world.myId.value ? t('words.you') : line.name;
  const channel = foundWhere(world, line, t);
  const time = dayAndHourOf(line.atMs, language.value);
  const text = line.text === '' ? excerptOf(line) : line.text;
  return (
    <button type="button" class="found-line" aria-label={t('find.show', { name, channel, time, text: excerptOf(line) })} onClick={onChoose}>
      <span class="found-head">
        <b>{name}</b>
        <small class="muted">
          {channel} · {time}
        </small>
      </span>
      <span class="found-text">
        <Marked text={text} words={words} />
      </span>
    </button>
  );
}
