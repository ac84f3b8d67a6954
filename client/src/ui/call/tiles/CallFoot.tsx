// Below the tiles: who only listens, the three layouts, and the call in a window of its own.
import { useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { useNames } from '../useHearers.ts';
import { useCallScreen } from './CallScreen.ts';
import { LAYOUTS, type Layout } from './layoutTiles.ts';
import { hasOwnWindows, openCallWindow } from './openCallWindow.tsx';
import type { TileOf } from './orderTiles.ts';

const ICONS: Record<Layout, IconName> = { place: 'place', faces: 'faces', screen: 'screen' };
const WORDS = { place: 'tiles.layoutPlace', faces: 'tiles.layoutFaces', screen: 'tiles.layoutScreen' } as const;

export function CallFoot({ world, tiles, layout }: { world: World; tiles: readonly TileOf[]; layout: Layout }) {
  const ui = useUi();
  const { t } = ui;
  const screen = useCallScreen();
  const close = useRef<(() => void) | undefined>(undefined);
  const nameAll = useNames(world);
  const conversation = world.talk.conversation.value;
  const mine = world.myId.value;
  const listeners = conversation?.members.filter(({ role, personId }) => role === 'listener' && personId !== mine) ?? [];
  const listening = listeners.length > 0 && (
    <p class="listeners">
      <Icon name="ear" size={18} />
      {t('tiles.listeners', { n: listeners.length, names: nameAll(listeners.map(({ personId }) => personId)) })}
    </p>
  );
  if (tiles.length === 0) return listening || null;
  const toggleWindow = async (): Promise<void> => {
    if (screen.isOutside.peek()) return close.current?.();
    close.current = await openCallWindow(ui, world, screen);
  };
  return (
    <>
      {listening}
      <div class="call-foot">
        <fieldset class="layouts">
          <legend class="visually-hidden">{t('tiles.layout')}</legend>
          {LAYOUTS.map((one) => (
            <IconButton
              key={one}
              icon={ICONS[one]}
              label={t(WORDS[one])}
              tip="below"
              pressed={layout === one}
              onClick={() => screen.choose(one)}
            />
          ))}
        </fieldset>
        {hasOwnWindows() && (
          <IconButton
            icon="pip"
            label={t(screen.isOutside.value ? 'tiles.ownWindowEnd' : 'tiles.ownWindow')}
            tip="below"
            pressed={screen.isOutside.value}
            onClick={() => void toggleWindow()}
          />
        )}
      </div>
    </>
  );
}
