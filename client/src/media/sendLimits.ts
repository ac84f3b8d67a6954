// Pure numbers of what a sender may spend: by how large it is shown, by the kind of picture, and less on a costly line.
import type { Quality } from '@comptoir/shared/protocol/talk';

export interface VideoLimit {
  active: boolean;
  scaleResolutionDownBy: number;
  maxBitrate: number;
  maxFramerate: number;
}

/** Of a camera of 720 lines: a tile of 180, a face of 360, the whole. bit/s */
const CAMERA: Record<Quality, VideoLimit> = {
  low: { active: true, scaleResolutionDownBy: 4, maxBitrate: 150_000, maxFramerate: 15 },
  medium: { active: true, scaleResolutionDownBy: 2, maxBitrate: 500_000, maxFramerate: 24 },
  high: { active: true, scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 30 },
};
/** Letters stay sharp: a screen is never scaled, only slower. */
const SCREEN: Record<Quality, VideoLimit> = {
  low: { active: true, scaleResolutionDownBy: 1, maxBitrate: 300_000, maxFramerate: 5 },
  medium: { active: true, scaleResolutionDownBy: 1, maxBitrate: 1_000_000, maxFramerate: 10 },
  high: { active: true, scaleResolutionDownBy: 1, maxBitrate: 2_500_000, maxFramerate: 30 },
};

export function videoLimit(as: 'camera' | 'screen', quality: Quality | 'none', lowData: boolean): VideoLimit {
  const limits = as === 'camera' ? CAMERA : SCREEN;
  if (quality === 'none') return { ...limits.low, active: false };
  return limits[lowData ? 'low' : quality];
}

/** bit/s of a voice; screen audio may be music. */
export const audioBitrate = (as: 'microphone' | 'screenAudio', lowData: boolean): number => {
  if (lowData) return as === 'microphone' ? 16_000 : 24_000;
  return as === 'microphone' ? 32_000 : 96_000;
};

/** Layers of a camera on the media server, the largest first. */
export const SIMULCAST: readonly (RTCRtpEncodingParameters & { rid: string })[] = [
  { rid: 'h', maxBitrate: 1_200_000, maxFramerate: 30 },
  { rid: 'm', maxBitrate: 350_000, maxFramerate: 24, scaleResolutionDownBy: 2 },
  { rid: 'l', maxBitrate: 110_000, maxFramerate: 15, scaleResolutionDownBy: 4 },
];
