// Which codecs a line offers: one, that every browser has.

/** VP8 with its repair packets, or Opus. */
const WANTED = { audio: /\/opus$/i, video: /\/(?:vp8|rtx)$/i } as const;

/**
 * For every sender and receiver of a line, before it is offered. The media server may give any layer of anybody to anybody;
 * in a mesh a description of one codec is a tenth as long, and as much sooner read by both sides.
 */
export function offerOneCodec(transceiver: RTCRtpTransceiver): void {
  const kind = transceiver.receiver.track.kind === 'audio' ? 'audio' : 'video';
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const wanted = codecs.filter(({ mimeType }) => WANTED[kind].test(mimeType));
  // a browser that cannot choose offers all it has
  if (wanted.length > 0) transceiver.setCodecPreferences?.(wanted);
}
