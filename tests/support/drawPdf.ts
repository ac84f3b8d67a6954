// Small PDFs made by code: pages of one colour each, with a line of text in a font that is not in the file.

interface DrawnPage {
  /** 0 to 1 each. */
  colour: readonly [red: number, green: number, blue: number];
  text: string;
}

interface How {
  /** pt; 16:9 unless said otherwise. */
  width?: number;
  height?: number;
  /** Asks for a password that nobody knows. */
  locked?: boolean;
  /** A page (from 1) with so many bytes that mean nothing: it is not read with the others. */
  heavy?: { page: number; bytes: number };
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

function contentOf({ colour, text }: DrawnPage, width: number, height: number): string {
  const [red, green, blue] = colour;
  const isDark = red * 0.3 + green * 0.6 + blue * 0.1 < 0.5;
  return [
    `${red} ${green} ${blue} rg 0 0 ${width} ${height} re f`,
    `${isDark ? '1 1 1' : '0 0 0'} rg BT /F1 48 Tf 60 ${height - 110} Td (${escaped(text)}) Tj ET`,
  ].join('\n');
}

/** The bytes of a PDF with these pages; text is Latin. */
function drawPdf(pages: readonly DrawnPage[], { width = 960, height = 540, locked = false, heavy }: How = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const streamOf = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  // its children are numbered as they come
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map((page, i) => {
    const ballast = heavy?.page === i + 1 ? 'x'.repeat(heavy.bytes) : '';
    const content = add(streamOf(`${contentOf(page, width, height)}\n%${ballast}`));
    const resources = '<< /Font << /F1 3 0 R >> >>';
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${content} 0 R >>`);
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const key = 'ab'.repeat(32);
  const lock = locked ? add(`<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`) : 0;

  const parts: string[] = ['%PDF-1.7\n'];
  let at = parts[0]?.length ?? 0;
  const places = objects.map((body, i) => {
    const place = at;
    const part = `${i + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    at += part.length;
    return place;
  });
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const encrypt = locked ? ` /Encrypt ${lock} 0 R /ID [<${key}> <${key}>]` : '';
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}

/** So many pages, each of another colour than the one before, each saying its number. */
export const drawNumbered = (count: number, how: How = {}): Buffer =>
  drawPdf(
    Array.from({ length: count }, (_, i) => ({ colour: COLOURS[i % COLOURS.length] ?? COLOURS[0], text: `Page ${i + 1}` })),
    how,
  );

/** Of the pages of drawNumbered, in turn. */
export const COLOURS = [
  [0.9, 0.2, 0.2],
  [0.1, 0.6, 0.3],
  [0.2, 0.3, 0.9],
] as const;
