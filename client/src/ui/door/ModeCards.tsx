// The four ways a door can be, each with one sentence: a radio set of cards.
import { DOOR_MODES, type DoorMode } from '@comptoir/shared/protocol/door';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export const MODE_ICONS: Readonly<Record<DoorMode, IconName>> = { open: 'door', link: 'invite', password: 'lock', knock: 'hand' };

export function ModeCards({ mode, onChoose }: { mode: DoorMode; onChoose: (mode: DoorMode) => void }) {
  const { t } = useUi();
  const name = useId();
  return (
    <fieldset class="mode-cards">
      <legend>{t('door.who')}</legend>
      {DOOR_MODES.map((one) => (
        <label key={one} class="mode-card">
          <input
            type="radio"
            name={name}
            value={one}
            checked={one === mode}
            aria-describedby={`${name}-${one}`}
            onChange={() => onChoose(one)}
          />
          <span class="mode-face">
            <Icon name={MODE_ICONS[one]} />
            <span>
              <b>{t(`door.mode.${one}`)}</b>
              <small id={`${name}-${one}`} class="muted">
                {t(`door.hint.${one}`)}
              </small>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
