// The whole call in a small window of its own that stays above other programs, where the browser has such windows.
import { render } from 'preact';
import type { World } from '../../../world/World.ts';
import { type Ui, UiContext, useUi } from '../../Ui.ts';
import { MicrophoneButton } from '../MicrophoneButton.tsx';
import { type CallScreen, CallScreenContext } from './CallScreen.ts';
import { keyOfTile } from './orderTiles.ts';
import { Tile } from './Tile.tsx';
import { useTiles } from './useTiles.ts';

interface OwnWindows {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

const ownWindows = (): OwnWindows | undefined => (window as Window & { documentPictureInPicture?: OwnWindows }).documentPictureInPicture;

export const hasOwnWindows = (): boolean => ownWindows() !== undefined;

const SIZE = { width: 360, height: 420 };

/** To be called from a click. @returns closes it; undefined when the browser refused */
export async function openCallWindow(ui: Ui, world: World, screen: CallScreen): Promise<(() => void) | undefined> {
  const own = await ownWindows()
    ?.requestWindow(SIZE)
    .catch(() => undefined);
  if (!own) return undefined;
  const { document: page } = own;
  const { documentElement: html } = document;
  page.documentElement.lang = html.lang;
  for (const key of ['theme', 'motion'] as const) page.documentElement.dataset[key] = html.dataset[key] ?? '';
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) page.head.append(sheet.cloneNode(true));
  page.body.className = 'call-window';
  screen.isOutside.value = true;
  render(
    <UiContext value={ui}>
      <CallScreenContext value={screen}>
        <CallWindow world={world} />
      </CallScreenContext>
    </UiContext>,
    page.body,
  );
  own.addEventListener('pagehide', () => {
    render(null, page.body);
    screen.isOutside.value = false;
  });
  return () => own.close();
}

function CallWindow({ world }: { world: World }) {
  const { t } = useUi();
  const tiles = useTiles(world);
  return (
    <main aria-label={t('tiles.label')}>
      <div class="window-tiles">
        {tiles.map((tile) => (
          <Tile key={keyOfTile(tile)} world={world} tile={tile} />
        ))}
      </div>
      <MicrophoneButton world={world} devices={false} />
    </main>
  );
}
