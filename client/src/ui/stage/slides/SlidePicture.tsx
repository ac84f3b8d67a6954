// One page as large as its place allows, dot by dot. The page before stays until this one is drawn, and then the next one is drawn ahead.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../../Ui.ts';
import type { SlideShelf } from './SlideShelf.ts';

interface PictureProps {
  shelf: SlideShelf;
  /** From 0. */
  index: number;
  /** What stands for the picture. */
  label: string;
  withText: boolean;
  /** This page, drawn. */
  onDrawn: (picture: HTMLCanvasElement) => void;
  /** The next page, drawn. */
  onAhead: (next: HTMLCanvasElement | undefined) => void;
  /** It could not be drawn. */
  onProblem: () => void;
}

interface Box {
  width: number;
  height: number;
}

/** A window that is being resized is drawn for once it rests. */
const REST_MS = 150;
/** Another tile of the same document was first. */
const AGAIN_MS = 40;

const widthIn = ({ width, height }: Box, ratio: number): number => Math.floor(Math.min(width, height * ratio));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function SlidePicture({ shelf, index, label, withText, onDrawn, onAhead, onProblem }: PictureProps) {
  const { t } = useUi();
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  /** Of what is on the sheet now. */
  const ratio = useRef(0);
  /** Of the words there: the width at which they fit as they are. */
  const fits = useRef(0);
  const box = useSignal<Box>({ width: 0, height: 0 });

  /** At once as large as it will be drawn. */
  const resize = (): void => {
    const { current: paper } = sheet;
    const { current: around } = frame;
    if (!paper || !around || ratio.current === 0) return;
    const width = widthIn({ width: around.clientWidth, height: around.clientHeight }, ratio.current);
    paper.style.width = `${width}px`;
    paper.style.height = `${width / ratio.current}px`;
    if (fits.current > 0) paper.style.setProperty('--total-scale-factor', String(width / fits.current));
  };

  useLayoutEffect(() => {
    const { current: around } = frame;
    if (!around) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const measure = (): void => {
      box.value = { width: around.clientWidth, height: around.clientHeight };
    };
    const watch = new ResizeObserver(() => {
      resize();
      clearTimeout(resting);
      if (box.peek().width === 0) measure();
      else resting = setTimeout(measure, REST_MS);
    });
    watch.observe(around);
    return () => {
      clearTimeout(resting);
      watch.disconnect();
    };
  }, []);

  const { width, height } = box.value;
  useEffect(() => {
    let isWanted = true;
    const drawOf = async (wanted: number): Promise<HTMLCanvasElement | undefined> => {
      const page = await shelf.page(wanted);
      const dots = Math.round(widthIn({ width, height }, page.ratio) * devicePixelRatio);
      for (;;) {
        const canvas = isWanted && dots > 0 ? await shelf.picture(wanted, dots) : undefined;
        if (canvas || !isWanted || dots <= 0) return isWanted ? canvas : undefined;
        await pause(AGAIN_MS);
      }
    };
    const draw = async (): Promise<void> => {
      onAhead(undefined);
      const canvas = await drawOf(index);
      const page = await shelf.page(index);
      if (!canvas || !isWanted) return;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', label);
      ratio.current = canvas.width / canvas.height;
      fits.current = 0;
      sheet.current?.replaceChildren(canvas);
      onDrawn(canvas);
      resize();
      if (withText) await layText(page);
      const next = isWanted && index + 1 < shelf.count ? await drawOf(index + 1) : undefined;
      if (isWanted) onAhead(next);
    };
    const layText = async (page: Awaited<ReturnType<SlideShelf['page']>>): Promise<void> => {
      const layer = document.createElement('div');
      layer.className = 'slide-text';
      const fitting = await page.layText(layer);
      if (!isWanted || !sheet.current) return;
      if (fitting === false) {
        layer.className = 'visually-hidden';
        layer.textContent = t('slides.noText');
      } else fits.current = fitting;
      resize();
      sheet.current.append(layer);
    };
    draw().catch(() => {
      if (isWanted) onProblem();
    });
    return () => {
      isWanted = false;
    };
  }, [shelf, index, width, height, withText, label]);

  return (
    <div ref={frame} class="slide-frame">
      <div ref={sheet} class="slide-sheet" />
    </div>
  );
}
