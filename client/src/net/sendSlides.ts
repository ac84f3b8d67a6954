// Sends a document of slides to the office, and says how far it is: what fetch does not tell of a request's body.
import { SLIDES_REFUSED, type SlidesSent } from '@comptoir/shared/protocol/http';

const REFUSED: Readonly<Record<number, (typeof SLIDES_REFUSED)[keyof typeof SLIDES_REFUSED]>> = SLIDES_REFUSED;

export interface SlidesToSend {
  pdf: Blob;
  name: string;
  pages: number;
  /** Of whoever sends it. */
  ticket: string;
}

/** @param onShare 0 to 1, of what has been sent */
export function sendSlides(
  { pdf, name, pages, ticket }: SlidesToSend,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<SlidesSent> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ failed: 'cancelled' });
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const end = (outcome: SlidesSent): void => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onabort = () => end({ failed: 'cancelled' });
    request.onerror = () => end({ failed: 'unreachable' });
    request.onload = () => {
      const id = request.status === 201 ? idIn(request.responseText) : undefined;
      end(id === undefined ? { failed: REFUSED[request.status] ?? 'unreachable' } : { ok: id });
    };
    request.open('POST', `/api/slides?${new URLSearchParams({ name, pages: String(pages) })}`);
    request.setRequestHeader('content-type', 'application/pdf');
    request.setRequestHeader('authorization', `Bearer ${ticket}`);
    request.send(pdf);
  });
}

function idIn(answer: string): string | undefined {
  try {
    const { slides } = JSON.parse(answer) as { slides?: unknown };
    return typeof slides === 'string' ? slides : undefined;
  } catch {
    return undefined;
  }
}
