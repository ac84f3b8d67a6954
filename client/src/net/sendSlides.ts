// Sends a document of slides to the office.
import { SLIDES_REFUSED, type SlidesSent } from '@comptoir/shared/protocol/http';
import { upload } from './upload.ts';

const REFUSED: Readonly<Record<number, (typeof SLIDES_REFUSED)[keyof typeof SLIDES_REFUSED]>> = SLIDES_REFUSED;

export interface SlidesToSend {
  pdf: Blob;
  name: string;
  pages: number;
  /** Of whoever sends it. */
  ticket: string;
}

/** @param onShare 0 to 1, of what has been sent */
export async function sendSlides(
  { pdf, name, pages, ticket }: SlidesToSend,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<SlidesSent> {
  const path = `/api/slides?${new URLSearchParams({ name, pages: String(pages) })}`;
  const headers = { 'content-type': 'application/pdf', authorization: `Bearer ${ticket}` };
  const sent = await upload({ path, body: pdf, headers, onShare, signal });
  if ('failed' in sent) return sent;
  const id = (sent.answer as { slides?: unknown } | undefined)?.slides;
  return sent.status === 201 && typeof id === 'string' ? { ok: id } : { failed: REFUSED[sent.status] ?? 'unreachable' };
}
