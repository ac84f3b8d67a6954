// Reads PDFs by pdf.js, in its worker; fonts, character maps and decoders come from this server. Large: fetched when slides are there.
import {
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  RenderingCancelledException,
  ResponseException,
  TextLayer,
  VerbosityLevel,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Drawing, PagesProblem, SlidePage, SlidePages } from './SlidePages.ts';

/** Where the build puts what pdf.js asks for by name (engine/pdfFiles.ts). */
const FILES = `/assets/pdf-${version}`;
/** Dots of one page and of one picture in it: beyond, phones give up. */
const MOST_DOTS = 16_000_000;
const MOST_IMAGE_DOTS = 64_000_000;
/** Of what is read ahead and thrown away the least; a page of pictures is a few of them. */
const CHUNK_BYTES = 131_072;

const common = {
  cMapUrl: `${FILES}/cmaps/`,
  standardFontDataUrl: `${FILES}/standard_fonts/`,
  wasmUrl: `${FILES}/wasm/`,
  iccUrl: `${FILES}/iccs/`,
  maxImageSize: MOST_IMAGE_DOTS,
  verbosity: VerbosityLevel.ERRORS,
  // hundreds read at once: each only what they look at
  disableStream: true,
  disableAutoFetch: true,
  rangeChunkSize: CHUNK_BYTES,
};

/** A file of this machine, or an address of this server. */
export async function openPdf(source: Blob | string): Promise<SlidePages | { problem: PagesProblem }> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  try {
    const where = typeof source === 'string' ? { url: source } : { data: new Uint8Array(await source.arrayBuffer()) };
    const pdf = await getDocument({ ...common, ...where }).promise;
    // what is broken further in is found out by the first page
    await pdf.getPage(1);
    return pagesOf(pdf);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): PagesProblem {
  if (error instanceof PasswordException) return 'password';
  if (error instanceof ResponseException || isNetworkError(error)) return 'unreachable';
  if (error instanceof InvalidPDFException || isReadersError(error)) return 'broken';
  return 'oldBrowser';
}

const isNetworkError = (error: unknown): boolean => error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
/** Whatever the worker met in the document comes as one of its own errors. */
const isReadersError = (error: unknown): boolean =>
  error instanceof Error && /^(?:FormatError|XRef.*|UnknownErrorException|MissingDataException|InvalidPDF.*)$/.test(error.name);

function pagesOf(pdf: PDFDocumentProxy): SlidePages {
  return {
    count: pdf.numPages,
    page: async (index) => pageOf(await pdf.getPage(index + 1)),
    close: () => void pdf.loadingTask.destroy().catch(() => undefined),
  };
}

function pageOf(page: PDFPageProxy): SlidePage {
  const natural = page.getViewport({ scale: 1 });
  return {
    ratio: natural.width / natural.height,
    draw: (width) => draw(page, width),
    async layText(place) {
      const content = await page.getTextContent();
      if (!content.items.some((item) => 'str' in item && item.str.trim() !== '')) return false;
      const layer = new TextLayer({ textContentSource: content, container: place, viewport: natural });
      await layer.render();
      return natural.width;
    },
  };
}

function draw(page: PDFPageProxy, wished: number): Drawing {
  const natural = page.getViewport({ scale: 1 });
  const most = Math.sqrt((MOST_DOTS * natural.width) / natural.height);
  const viewport = page.getViewport({ scale: Math.min(wished, most) / natural.width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  // a last row that the page covers in part would be a pale line below it
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  const done = task.promise.then(
    () => canvas,
    (error: unknown) => {
      if (error instanceof RenderingCancelledException) return undefined;
      throw error;
    },
  );
  return { done, stop: () => task.cancel() };
}
