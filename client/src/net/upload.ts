// Sends the server something large, and says how far it is: what fetch does not tell of a request's body.

export interface Upload {
  path: string;
  body: Blob;
  headers: Readonly<Record<string, string>>;
  /** 0 to 1, of what has been sent. */
  onShare(share: number): void;
  signal: AbortSignal;
}

/** The body of an answer that is no JSON is undefined. */
export type Uploaded = { status: number; answer: unknown } | { failed: 'cancelled' | 'unreachable' };

export function upload({ path, body, headers, onShare, signal }: Upload): Promise<Uploaded> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ failed: 'cancelled' });
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const end = (outcome: Uploaded): void => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onabort = () => end({ failed: 'cancelled' });
    request.onerror = () => end({ failed: 'unreachable' });
    request.onload = () => end({ status: request.status, answer: jsonIn(request.responseText) });
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(body);
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
