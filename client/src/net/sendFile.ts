// Gives the office a file, and says how far it is: what fetch does not tell of a request's body.
import { FILE_NAME_HEADER, FILES_REFUSED, type FileSent, type FileView } from '@comptoir/shared/protocol/channels';

const REFUSED: Readonly<Partial<Record<number, (typeof FILES_REFUSED)[keyof typeof FILES_REFUSED]>>> = FILES_REFUSED;

/**
 * @param ticket of whoever sends it
 * @param onShare 0 to 1, of what has been sent
 */
export function sendFile(
  file: Blob,
  name: string,
  ticket: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<FileSent> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ failed: 'cancelled' });
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const end = (outcome: FileSent): void => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    signal.addEventListener('abort', abort);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onabort = () => end({ failed: 'cancelled' });
    request.onerror = () => end({ failed: 'unreachable' });
    request.onload = () => {
      const view = request.status === 200 || request.status === 201 ? viewIn(request.responseText) : undefined;
      end(view ? { ok: view } : { failed: REFUSED[request.status] ?? 'unreachable' });
    };
    request.open('POST', '/api/files');
    // what it is, the office reads from its bytes
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('authorization', `Bearer ${ticket}`);
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(name.toWellFormed()));
    request.send(file);
  });
}

function viewIn(answer: string): FileView | undefined {
  try {
    const view = JSON.parse(answer) as Partial<FileView>;
    return typeof view.id === 'string' ? (view as FileView) : undefined;
  } catch {
    return undefined;
  }
}
