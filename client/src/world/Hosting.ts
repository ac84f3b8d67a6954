// What hosts and the door say to me: part of the World, written by net and session only.
import type { KnockView } from '@comptoir/shared/protocol/door';
import type { AnnouncementView, GatheringView, HostingServerMessages, NoticeView } from '@comptoir/shared/protocol/hosting';
import { signal } from '@preact/signals-core';

export class Hosting {
  /** Who stands at the door and asks to be let in, the oldest first. For hosts. */
  readonly knocks = signal<readonly KnockView[]>([]);
  /** My conversation is about to be ended. */
  readonly ending = signal<HostingServerMessages['ending'] | undefined>(undefined);
  /** "Come here." */
  readonly gathering = signal<GatheringView | undefined>(undefined);
  readonly announcement = signal<AnnouncementView | undefined>(undefined);
  /** Written to everybody by whoever runs the server. */
  readonly notice = signal<NoticeView | undefined>(undefined);
  /** The last time that a host closed my microphone: for a note. */
  readonly muted = signal<HostingServerMessages['muted'] | undefined>(undefined);
  /** Whom I block. */
  readonly blocks = signal<ReadonlySet<string>>(new Set());
  /** Reports that no host has settled yet. For hosts. */
  readonly openReports = signal(0);
}
