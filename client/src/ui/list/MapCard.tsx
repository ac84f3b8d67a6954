// On a phone's list view: the frame in which the scene is shown, with where I am and the way to the whole map.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** Height of the foot's upper part, through which the map is still seen, CSS px; list.css has the same number. */
const FADE_PX = 26;

/** @param children the words at its foot */
export function MapCard({ children }: { children: ComponentChildren }) {
  const { app, t } = useUi();
  const frame = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);

  // the scene's element stays where it is in the page (moving it would stop it) and is laid over this frame
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const { style, dataset } = app.sceneElement;
    const lay = (): void => {
      const rect = box.getBoundingClientRect();
      style.setProperty('--card-x', `${rect.left + scrollX}px`);
      style.setProperty('--card-y', `${rect.top + scrollY}px`);
      style.setProperty('--card-width', `${rect.width}px`);
      style.setProperty('--card-height', `${rect.height}px`);
      // me and my tag in the middle of what the words at its foot leave free
      const covered = Math.max(0, (foot.current?.offsetHeight ?? 0) - FADE_PX);
      app.setFreeRect({ x: 0, y: 0, width: rect.width, height: rect.height - covered });
    };
    dataset.card = 'true';
    lay();
    const watch = new ResizeObserver(lay);
    watch.observe(box);
    watch.observe(document.body);
    return () => {
      watch.disconnect();
      delete dataset.card;
      app.setFreeRect(undefined);
    };
  }, []);

  return (
    <div class="map-card" ref={frame}>
      {app.scene.value === 'loading' && <p class="map-card-loading muted">{t('list.loadingMap')}</p>}
      <div class="map-card-foot" ref={foot}>
        {children}
        <button type="button" class="button" aria-label={t('list.openMap')} onClick={() => app.actions.toggleList()}>
          {t('list.openShort')}
        </button>
      </div>
    </div>
  );
}
