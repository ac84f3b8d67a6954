// How calls speak with the server: the port that media asks for, over whatever connection there is now.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { TalkServerMessages } from '@comptoir/shared/protocol/talk';
import type { Signalling } from '../media/CallModel.ts';
import type { Connection } from '../net/Connection.ts';

export interface BuiltSignalling {
  signalling: Signalling;
  /** What the server says to it. */
  heard: Pick<{ [T in keyof TalkServerMessages]: (message: TalkServerMessages[T]) => void }, 'signal' | 'media'>;
}

export function buildSignalling(connection: () => Connection | undefined): BuiltSignalling {
  const onMember = new Set<Parameters<Signalling['onMember']>[0]>();
  const onServer = new Set<Parameters<Signalling['onServer']>[0]>();
  const listen =
    <L>(to: Set<L>) =>
    (listener: L): (() => void) => {
      to.add(listener);
      return () => to.delete(listener);
    };
  return {
    signalling: {
      toMember: (to, epoch, data) => connection()?.send('signal', { to, epoch, data }),
      toServer: (epoch, signal) => connection()?.send('media', { epoch, signal }),
      publishing: (sends) => connection()?.send('publishing', sends),
      report: (epoch, problem) => connection()?.send('callReport', { epoch, problem }),
      async iceServers() {
        const answer = await connection()?.request('iceServers', {});
        return answer && !isRefused(answer) ? answer.servers : [];
      },
      endAnnouncement: () => void connection()?.request('announce', { on: false }),
      onMember: listen(onMember),
      onServer: listen(onServer),
    },
    heard: {
      signal: ({ from, epoch, data }) => {
        for (const listener of onMember) listener(from, epoch, data);
      },
      media: ({ epoch, signal }) => {
        for (const listener of onServer) listener(epoch, signal);
      },
    },
  };
}
