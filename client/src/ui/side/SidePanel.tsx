// A site that an area opened, beside the office: in its own sandboxed frame, as wide as one likes, closed with a button or Escape.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sandboxOf } from '../../lib/sandboxOf.ts';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { KEY_STEP_PERCENT, sideWidth } from './sideWidth.ts';

export function SidePanel({ world }: { world: World }) {
  const { t } = useUi();
  const site = world.side.value;
  const percent = useSignal(site?.widthPercent ?? 50);
  const dragging = useSignal(false);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (site) percent.value = sideWidth(site.widthPercent);
  }, [site?.url]);
  if (!site) return null;

  const close = (): void => {
    world.side.value = undefined;
  };
  const follow = (event: PointerEvent): void => {
    if (dragging.value) percent.value = sideWidth((1 - event.clientX / innerWidth) * 100);
  };
  const host = URL.parse(site.url, location.href)?.host ?? site.url;
  return (
    <aside class="side-panel" style={{ width: `${percent.value}%` }} aria-label={t('side.label', { host })}>
      {/* biome-ignore lint/a11y/useSemanticElements: a splitter that is focused and moved is role separator, which hr cannot be */}
      <div
        class="side-edge"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('side.resize')}
        aria-valuenow={Math.round(percent.value)}
        aria-valuemin={sideWidth(0)}
        aria-valuemax={sideWidth(100)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          dragging.value = true;
        }}
        onPointerMove={follow}
        onPointerUp={() => {
          dragging.value = false;
        }}
        onPointerCancel={() => {
          dragging.value = false;
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowLeft' ? KEY_STEP_PERCENT : event.key === 'ArrowRight' ? -KEY_STEP_PERCENT : 0;
          if (step === 0) return;
          event.preventDefault();
          event.stopPropagation();
          percent.value = sideWidth(percent.value + step);
        }}
      />
      <header class="side-head">
        <b>{host}</b>
        <a class="button quiet" href={site.url} target="_blank" rel="noreferrer noopener">
          {t('side.newTab')}
        </a>
        {site.closable && <IconButton icon="close" label={t('side.close')} onClick={close} />}
      </header>
      <iframe
        ref={frame}
        // a frame swallows the pointer: without this a drag ends at its edge
        class={dragging.value ? 'side-frame held' : 'side-frame'}
        title={t('side.label', { host })}
        src={site.url}
        sandbox={sandboxOf(site.url, location.origin)}
        allow={site.policy ?? ''}
        referrerpolicy="strict-origin-when-cross-origin"
      />
    </aside>
  );
}
