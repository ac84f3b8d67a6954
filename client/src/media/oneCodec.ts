// Which codecs a line offers: one, that every browser has.

/** VP8 with its repair packets, or Opus. */
const WANTED = { audio: /\/opus$/i, video: /\/(?:vp8|rtx)$/i } as const;

/** For a line to the media server, before it is offered: it may give any layer of anybody to anybody. */
export function offerOneCodec(transceiver: RTCRtpTransceiver): void {
  const kind = transceiver.receiver.track.kind === 'audio' ? 'audio' : 'video';
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const wanted = codecs.filter(({ mimeType }) => WANTED[kind].test(mimeType));
  // a browser that cannot choose offers all it has
  if (wanted.length > 0) transceiver.setCodecPreferences?.(wanted);
}
