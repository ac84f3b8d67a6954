import { describe, expect, it } from 'vitest';
import { addLoopback, announce, readAnswer, readPublishOffer, writePublishAnswer } from './sdp.ts';

const session = ['v=0', 'o=- 46117 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0', 'a=extmap-allow-mixed', 'a=msid-semantic: WMS'];
/** As Chromium writes it, shortened. */
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 103 104',
  'c=IN IP4 0.0.0.0',
  'a=rtcp:9 IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789012345678901',
  'a=fingerprint:sha-256 AA:BB',
  'a=setup:actpass',
  'a=mid:0',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:toffset',
  'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'a=extmap:9 urn:ietf:params:rtp-hdrext:sdes:mid',
  'a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'a=sendonly',
  'a=msid:- camera',
  'a=rtcp-mux',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 goog-remb',
  'a=rtcp-fb:96 transport-cc',
  'a=rtcp-fb:96 nack pli',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:103 H264/90000',
  'a=rtcp-fb:103 nack',
  'a=ssrc-group:FID 1 2',
  'a=rid:l send',
  'a=rid:h send',
  'a=simulcast:send l;h',
];
const join = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;
const offer = join(...session, ...video);

describe('descriptions', () => {
  it('[K7] of an offer one codec is left, and nothing that we cannot do', () => {
    const read = readPublishOffer(offer, 'video');
    expect(read).toMatchObject({ payloadType: 96, ridExtension: 10, levelExtension: undefined, isSimulcast: true });
    expect(read?.sdp).toContain('m=video 9 UDP/TLS/RTP/SAVPF 96\r\n');
    for (const gone of ['transport-cc', 'transport-wide', 'rtx', 'H264', 'ssrc-group', 'toffset', 'sendonly', 'extmap-allow-mixed'])
      expect(read?.sdp).not.toContain(gone);
    for (const kept of [
      'a=sendrecv',
      'a=rtcp-fb:96 nack pli',
      'a=rtcp-fb:96 goog-remb',
      'a=simulcast:send l;h',
      'sdes:mid',
      'sdes:rtp-stream-id',
    ])
      expect(read?.sdp).toContain(kept);
  });

  it("[K7] the payload type is the browser's own", () => {
    const other = offer.replaceAll(':96 ', ':120 ').replace('SAVPF 96', 'SAVPF 120');
    expect(readPublishOffer(other, 'video')?.payloadType).toBe(120);
  });

  it.each([
    ['nothing', ''],
    ['no medium', join(...session)],
    ['another medium', offer.replace('m=video', 'm=audio')],
    ['two media', join(...session, ...video, ...video)],
    ['no codec of ours', offer.replace('VP8', 'VP9')],
    ['a payload type that cannot be', offer.replaceAll(':96 ', ':960 ')],
    ['a data channel', join(...session, 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=sctp-port:5000')],
  ])('[K4] %s is no offer', (_what, sdp) => {
    expect(readPublishOffer(sdp, 'video')).toBeUndefined();
  });

  it('[K4] lines that we do not know never reach the engine', () => {
    const evil = join(...session, 'a=crypto:1 evil', ...video, 'a=identity:evil', 'b=AS:1', `a=fmtp:96 ${'x'.repeat(600)}`, 'evil', 'y=1');
    expect(readPublishOffer(evil, 'video')?.sdp).not.toMatch(/evil|identity|b=AS|xxxx|y=1/);
  });

  it('[K7] audio levels are looked for where the browser sends them', () => {
    const audio = join(
      ...session,
      ...['m=audio 9 UDP/TLS/RTP/SAVPF 111 63', 'a=mid:0', 'a=extmap:14 urn:ietf:params:rtp-hdrext:ssrc-audio-level', 'a=sendrecv'],
      ...['a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10;useinbandfec=1', 'a=rtpmap:63 red/48000/2'],
    );
    expect(readPublishOffer(audio, 'audio')).toMatchObject({ payloadType: 111, levelExtension: 14, isSimulcast: false });
  });

  it('[K7] an answer has as many media as the offer', () => {
    expect(readAnswer(join(...session, ...video, ...video), 2)).toContain('m=video');
    expect(readAnswer(offer, 2)).toBeUndefined();
    expect(readAnswer('', 1)).toBeUndefined();
  });

  it('[K7] the answer turns round what the engine repeats', () => {
    const answer = writePublishAnswer(join('a=sendrecv', 'a=rid:l send', 'a=rid:h send', 'a=simulcast:send l;h'));
    expect(answer).toBe(join('a=recvonly', 'a=rid:l recv', 'a=rid:h recv', 'a=simulcast:recv l;h'));
  });

  it('[K9] candidates name the announced address, each once', () => {
    const sdp = join(
      'a=candidate:1 1 UDP 2114977791 192.168.0.2 40000 typ host',
      'a=candidate:2 1 UDP 2116026111 fd00::2 40000 typ host',
      'a=end-of-candidates',
    );
    expect(announce(sdp, '203.0.113.7')).toBe(join('a=candidate:1 1 UDP 2114977791 203.0.113.7 40000 typ host', 'a=end-of-candidates'));
    expect(announce(sdp, undefined)).toBe(sdp);
    expect(addLoopback(sdp, 40_000)).toContain('127.0.0.1 40000 typ host\r\na=end-of-candidates');
  });
});
