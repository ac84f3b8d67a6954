// Gives the office a file.
import { FILE_NAME_HEADER, FILES_REFUSED, type FileSent, type FileView } from '@comptoir/shared/protocol/channels';
import { upload } from './upload.ts';

const REFUSED: Readonly<Partial<Record<number, (typeof FILES_REFUSED)[keyof typeof FILES_REFUSED]>>> = FILES_REFUSED;

/**
 * @param ticket of whoever sends it
 * @param onShare 0 to 1, of what has been sent
 */
export async function sendFile(
  file: Blob,
  name: string,
  ticket: string,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<FileSent> {
  const headers = {
    // what it is, the office reads from its bytes
    'content-type': 'application/octet-stream',
    authorization: `Bearer ${ticket}`,
    [FILE_NAME_HEADER]: encodeURIComponent(name.toWellFormed()),
  };
  const sent = await upload({ path: '/api/files', body: file, headers, onShare, signal });
  if ('failed' in sent) return sent;
  const view = sent.answer as Partial<FileView> | undefined;
  const isTaken = (sent.status === 200 || sent.status === 201) && typeof view?.id === 'string';
  return isTaken ? { ok: view as FileView } : { failed: REFUSED[sent.status] ?? 'unreachable' };
}
