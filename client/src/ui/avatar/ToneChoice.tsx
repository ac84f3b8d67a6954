// A colour of the avatar as a row of swatches.
import { AVATAR_PALETTE, swatches } from '@comptoir/assets/avatar/colours';
import { useId } from 'preact/hooks';
import { useUi } from '../Ui.ts';

type TonePart = 'skin' | 'hairColor' | 'headColor' | 'topColor' | 'bottomColor';

interface ToneChoiceProps {
  part: TonePart;
  label: string;
  count: number;
  value: number;
  onChoose: (value: number) => void;
}

function coloursOf(part: TonePart): readonly string[] {
  if (part === 'skin') return swatches(AVATAR_PALETTE.skins);
  return swatches(part === 'hairColor' ? AVATAR_PALETTE.hairs : AVATAR_PALETTE.clothes);
}

export function ToneChoice({ part, label, count, value, onChoose }: ToneChoiceProps) {
  const { t } = useUi();
  const name = useId();
  const colours = coloursOf(part);
  return (
    <fieldset class="tone-choice">
      <legend>{label}</legend>
      <div class="tone-options">
        {Array.from({ length: count }, (_, index) => (
          <label key={index} class="tone">
            <input
              type="radio"
              name={name}
              checked={index === value}
              aria-label={t(part === 'skin' ? 'avatar.tone' : 'avatar.color', { n: index + 1, limit: count })}
              onChange={() => onChoose(index)}
            />
            <span style={{ background: colours[index] ?? '#888' }} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
