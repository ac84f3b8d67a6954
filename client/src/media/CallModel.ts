// What calls and devices look like to the rest of the client: types only. attendCalls.ts and Devices.ts are what they are of.
import type { ClientMediaSignal, Quality, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { ReadonlySignal } from '@preact/signals-core';

/** off · ready: opens by itself in a conversation, sends nothing when alone · live: somebody hears. */
export type MicrophoneState = 'off' | 'ready' | 'live';
/** Why there is no microphone or camera; 'replaced': there is one, for it took the place of an unplugged one. */
export type DeviceProblem = 'insecure' | 'denied' | 'notFound' | 'inUse' | 'unplugged' | 'replaced' | 'failed';
/**
 * To me: none, also when I am not to be disturbed · connecting · heard, as soon as there is something to hear · turnedDown by me · speaking: it is
 * mine, and goes out · failed: no way was found yet, or I have no microphone.
 */
export type AnnouncementState = 'none' | 'connecting' | 'heard' | 'speaking' | 'turnedDown' | 'failed';
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'failed';
/** 'text': sharp letters, few frames · 'motion': smooth. */
export type ScreenMode = 'text' | 'motion';

export interface DeviceChoice {
  id: string;
  label: string;
}

/** Microphone, camera and speakers of this browser; lives as long as the page. */
export interface DeviceModel {
  /** unasked: nothing was asked of the browser yet. */
  permission: ReadonlySignal<'unasked' | 'asking' | 'granted' | 'refused'>;
  microphones: ReadonlySignal<readonly DeviceChoice[]>;
  cameras: ReadonlySignal<readonly DeviceChoice[]>;
  /** Empty where the browser cannot choose. */
  speakers: ReadonlySignal<readonly DeviceChoice[]>;
  chosen: ReadonlySignal<{ microphone: string | undefined; camera: string | undefined; speaker: string | undefined }>;
  microphoneProblem: ReadonlySignal<DeviceProblem | undefined>;
  cameraProblem: ReadonlySignal<DeviceProblem | undefined>;
  /** My camera as it is sent (blurred, say), for the mirror; undefined while off. */
  preview: ReadonlySignal<MediaStream | undefined>;
  /** Loudness of my microphone now, 0 to 1; hot. */
  level(): number;
  /** Open, and silent for seconds. */
  isSilent: ReadonlySignal<boolean>;
  blur: ReadonlySignal<boolean>;
  /** 'loading' while the model comes; 'unavailable' where it does not run. */
  blurState: ReadonlySignal<'off' | 'loading' | 'on' | 'unavailable'>;

  /** Asks the browser; to be called from a click. */
  askMicrophone(): Promise<boolean>;
  openCamera(): Promise<boolean>;
  closeCamera(): void;
  choose(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void>;
  setBlur(on: boolean): void;
  /** Records three seconds and plays them back. */
  tryMicrophone(): Promise<void>;
  trial: ReadonlySignal<'idle' | 'recording' | 'playing' | 'done'>;
}

/** Somebody else in my call, as this browser has them. */
export interface ParticipantModel {
  personId: string;
  link: ReadonlySignal<LinkState>;
  /** Something is heard of them: a track that is not muted, by the server's word. */
  audio: ReadonlySignal<boolean>;
  camera: ReadonlySignal<MediaStream | undefined>;
  screen: ReadonlySignal<MediaStream | undefined>;
  /** Their own volume, 0 to 1.5, remembered per person for this visit. */
  volume: ReadonlySignal<number>;
  setVolume(volume: number): void;
  /** How large they are shown, so that no more is sent; 'none' when not shown. */
  show(as: 'camera' | 'screen', quality: Quality | 'none'): void;
  retry(): void;
  /** Gain now (fade and distance), frames decoded and audio packets so far: proofs for checks. */
  readonly facts: { gain: number; framesDecoded: number; audioPackets: number };
}

/** Echo the parrot, before whose perch one tries the microphone; what it does is world.echo. */
export interface EchoModel {
  /** Opens the microphone for it, which may ask the browser: to be called from a click. Nothing happens away from the perch. */
  ask(): Promise<void>;
  /** Loudness of me, or of Echo while it repeats, 0 to 1; hot. */
  level(): number;
}

export interface CallModel {
  devices: DeviceModel;
  echo: EchoModel;
  microphone: ReadonlySignal<MicrophoneState>;
  camera: ReadonlySignal<'off' | 'on' | 'paused'>;
  /** My shared screen; undefined while none. */
  screen: ReadonlySignal<MediaStream | undefined>;
  /** How many hear me now. */
  hearers: ReadonlySignal<number>;
  transport: ReadonlySignal<'mesh' | 'sfu' | undefined>;
  /** Of a talk, by the server: whose picture is to be large, and whoever shows slides. */
  stage: ReadonlySignal<{ active: string | undefined; presenter: string | undefined }>;
  participants: ReadonlySignal<readonly ParticipantModel[]>;
  /** Speaking into a microphone that is off. */
  isSpeakingMuted: ReadonlySignal<boolean>;
  /** Somebody came while I was hidden: my microphone is closed until I answer. */
  isHeldShut: ReadonlySignal<boolean>;
  /** The browser wants a click before it plays sound. */
  isPlaybackBlocked: ReadonlySignal<boolean>;
  lowData: ReadonlySignal<boolean>;
  /** Push to talk is held. */
  isPushing: ReadonlySignal<boolean>;
  /** What the announcement of now (world.hosting.announcement) is to me. */
  announcement: ReadonlySignal<AnnouncementState>;

  /** While I make an announcement: closes and opens the microphone for that only. */
  toggleMicrophone(): void;
  /** Off, whatever it was: a host closed it. */
  closeMicrophone(): void;
  /** Microphone, camera and screen off; the next visit begins as chosen before. */
  closeForNow(): void;
  toggleCamera(): void;
  /** Browsers of phones have no screen to give, and insecure pages get none. */
  readonly canShareScreen: boolean;
  /** Opens the browser's own choice. */
  shareScreen(mode?: ScreenMode): Promise<void>;
  stopSharing(): void;
  setScreenMode(mode: ScreenMode): void;
  pushToTalk(held: boolean): void;
  /** Answers the chime: open the microphone that was held shut. */
  openAgain(): void;
  unblockPlayback(): void;
  setLowData(on: boolean): void;
  /** Not for me: this announcement is silent, and my conversation as loud as ever. Once more: I hear it after all. */
  turnDownAnnouncement(): void;
}

/** How calls speak with the server: what session.ts passes in. */
export interface Signalling {
  toMember(personId: string, epoch: number, data: string): void;
  toServer(epoch: number, signal: ClientMediaSignal): void;
  publishing(sends: { microphone: boolean; camera: boolean; screen: boolean }): void;
  report(epoch: number, problem: 'iceFailed' | 'overloaded'): void;
  iceServers(): Promise<RTCIceServer[]>;
  /** Mine. */
  endAnnouncement(): void;
  onMember(listener: (from: string, epoch: number, data: string) => void): () => void;
  onServer(listener: (epoch: number, signal: ServerMediaSignal) => void): () => void;
}
