// For tests: a media router that carries nothing and notes what is asked of it.
import type { MediaCallEvents, MediaRights, MediaRouter } from './MediaRouter.ts';

export class NotedMedia implements MediaRouter {
  readonly open = new Map<
    string,
    { events: MediaCallEvents; rights: Map<string, MediaRights>; heard: [string, string][]; presents?: string | undefined }
  >();
  readonly closed: string[] = [];

  openCall(callId: string, events: MediaCallEvents): void {
    this.open.set(callId, { events, rights: new Map(), heard: [] });
  }
  closeCall(callId: string): void {
    this.closed.push(callId);
    this.open.delete(callId);
  }
  grant(callId: string, personId: string, rights: MediaRights): void {
    this.open.get(callId)?.rights.set(personId, rights);
  }
  revoke(callId: string, personId: string): void {
    this.open.get(callId)?.rights.delete(personId);
  }
  signal: MediaRouter['signal'] = (callId, personId, { kind }) => void this.open.get(callId)?.heard.push([personId, kind]);
  present(callId: string, personId: string | undefined): void {
    const call = this.open.get(callId);
    if (call) call.presents = personId;
  }
  record: MediaRouter['record'] = () => undefined;
  stats: MediaRouter['stats'] = async () => ({ workers: 0, calls: 0, people: 0, packetsIn: 0, packetsOut: 0, cpuS: 0, lateMs: 0 });
  close: MediaRouter['close'] = async () => this.open.clear();
}
