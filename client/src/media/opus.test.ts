import { describe, expect, it } from 'vitest';
import { askOpus } from './opus.ts';
import { audioBitrate, videoLimit } from './sendLimits.ts';

const SDP =
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\na=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111\r\n';

describe('[K28] what is sent', () => {
  it('repairs lost packets, and is nothing in silence', () => {
    expect(askOpus(SDP, { discontinuous: true })).toBe(SDP.replace('useinbandfec=1', 'useinbandfec=1;usedtx=1'));
  });

  it('goes on in silence for whoever wants the sound as it is', () => {
    expect(askOpus(SDP, { discontinuous: false })).toBe(SDP);
    expect(askOpus(askOpus(SDP, { discontinuous: true }), { discontinuous: false })).toBe(SDP);
  });

  it('says so also where nothing was said', () => {
    const bare = 'a=rtpmap:111 opus/48000/2\r\n';
    expect(askOpus(bare, { discontinuous: true })).toBe('a=rtpmap:111 opus/48000/2\r\na=fmtp:111 useinbandfec=1;usedtx=1\r\n');
  });

  it('names the bits of each audio line, and of no other', () => {
    const link = `v=0\r\n${SDP}m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000\r\n${SDP}`;
    const asked = askOpus(link, { discontinuous: true, bitrates: [32_000, 96_000] });
    expect([...asked.matchAll(/maxaveragebitrate=(\d+)/g)].map(([, rate]) => rate)).toEqual(['32000', '96000']);
    expect(askOpus(asked, { discontinuous: false })).toBe(link);
  });

  it('leaves other kinds alone', () => {
    const video = 'a=rtpmap:96 VP8/90000\r\n';
    expect(askOpus(video, { discontinuous: true })).toBe(video);
  });

  it('follows how large it is shown', () => {
    expect(videoLimit('camera', 'low', false)).toMatchObject({ active: true, scaleResolutionDownBy: 4 });
    expect(videoLimit('camera', 'medium', false)).toMatchObject({ scaleResolutionDownBy: 2 });
    expect(videoLimit('camera', 'high', false)).toMatchObject({ scaleResolutionDownBy: 1 });
    expect(videoLimit('camera', 'none', false).active).toBe(false);
  });

  it('is less on a costly line, but letters stay sharp', () => {
    expect(videoLimit('camera', 'high', true)).toEqual(videoLimit('camera', 'low', false));
    expect(videoLimit('screen', 'high', true).scaleResolutionDownBy).toBe(1);
    expect(audioBitrate('microphone', true)).toBeLessThan(audioBitrate('microphone', false));
  });
});
