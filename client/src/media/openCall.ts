// The heavy part of calls, loaded when somebody is near: builds a call with the transports that may carry it.
import type { ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { Call, type CallParts } from './Call.ts';
import type { Signalling } from './CallModel.ts';
import type { Inbox } from './Inbox.ts';
import type { MediaSession, SessionEvents } from './MediaSession.ts';
import { type LinkSetup, MeshLink } from './MeshLink.ts';
import { MeshSession, opensLink } from './MeshSession.ts';
import { SfuSession } from './SfuSession.ts';

export interface CallWays {
  signalling: Signalling;
  iceServers: RTCIceServer[];
  fromMembers: Inbox<{ from: string; data: string }>;
  fromServer: Inbox<ServerMediaSignal>;
  discontinuous: boolean;
  /** The page was loaded a moment ago. */
  isFresh: boolean;
  /** A link with this person that was made ready while the ring filled. */
  prepared(personId: string): MeshLink | undefined;
}

export function openCall(parts: Omit<CallParts, 'open' | 'report'>, ways: CallWays): Call {
  const { signalling, iceServers, discontinuous, isFresh, prepared } = ways;
  const common = (events: SessionEvents) => ({ iceServers, discontinuous, events, lowData: parts.facts.lowData.peek() });

  const overMesh = (epoch: number, events: SessionEvents): MediaSession => {
    const mesh = new MeshSession({
      ...{ ...common(events), myId: parts.myId, isFresh, prepared },
      send: (personId, letter) => signalling.toMember(personId, epoch, letter),
    });
    const shut = ways.fromMembers.open(epoch, ({ from, data }) => mesh.receive(from, data));
    return ending(mesh, shut);
  };

  const overServer = (epoch: number, events: SessionEvents): MediaSession => {
    const sfu = new SfuSession({ ...common(events), send: (signal) => signalling.toServer(epoch, signal) });
    const shut = ways.fromServer.open(epoch, (signal) => sfu.receive(signal));
    return ending(sfu, shut);
  };

  return new Call({
    ...parts,
    open: (epoch, transport, events) => (transport === 'mesh' ? overMesh(epoch, events) : overServer(epoch, events)),
    report: (epoch, problem) => signalling.report(epoch, problem),
  });
}

/** The same session; its letters end with it. */
function ending<S extends MediaSession>(session: S, shut: () => void): S {
  const close = session.close.bind(session);
  session.close = () => {
    shut();
    close();
  };
  return session;
}

export { HeardAnnouncement, SpokenAnnouncement } from './announcementWays.ts';

/** Offers or waits to answer, as it will be with this person, before either is told of the other. */
export const readyLink = (myId: string, personId: string, setup: Omit<LinkSetup, 'initiator'>): MeshLink =>
  new MeshLink({ ...setup, initiator: opensLink(myId, personId) });
