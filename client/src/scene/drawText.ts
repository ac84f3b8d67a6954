// Draws a text object of a map, with its wrapping and alignment.
import type { Point } from '@comptoir/shared/geometry';
import type { TextLayer } from '@comptoir/shared/map/OfficeMap';

export type MapText = TextLayer['texts'][number];

/** Breaks words into lines not wider than `width`; line breaks of the author stay. @param measure width of a text in the same unit */
export function wrapLines(text: string, width: number, measure: (line: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
    return lines;
  });
}

const LINE_HEIGHT = 1.2;

/** @param offset of the layer, px of the map; the context is aimed at px of the map */
export function drawText(context: CanvasRenderingContext2D, text: MapText, offset: Point): void {
  context.save();
  context.translate(text.x + offset.x, text.y + offset.y);
  context.rotate((text.rotationDegrees * Math.PI) / 180);
  context.font = `${text.italic ? 'italic ' : ''}${text.bold ? 'bold ' : ''}${text.fontPx}px "${text.fontFamily.replaceAll('"', '')}", sans-serif`;
  context.fillStyle = `#${(text.color & 0xffffff).toString(16).padStart(6, '0')}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = text.align;
  const lines = text.wrap ? wrapLines(text.text, text.width, (line) => context.measureText(line).width) : text.text.split('\n');
  const x = text.align === 'center' ? text.width / 2 : text.align === 'right' ? text.width : 0;
  const height = lines.length * text.fontPx * LINE_HEIGHT;
  const spare = text.height - height;
  const top = text.verticalAlign === 'center' ? spare / 2 : text.verticalAlign === 'bottom' ? spare : 0;
  lines.forEach((line, i) => {
    context.fillText(line, x, top + (i * LINE_HEIGHT + 0.95) * text.fontPx);
  });
  context.restore();
}
