// What our voices ask of Opus: repair of lost packets, and no packets at all in silence.

/** Written into a description that the other side encodes by. `discontinuous`: nothing is sent in silence. */
export function askOpus(sdp: string, { discontinuous }: { discontinuous: boolean }): string {
  const types = [...sdp.matchAll(/^a=rtpmap:(\d+) opus\/48000/gm)].map(([, type]) => type ?? '');
  const wishes = `useinbandfec=1${discontinuous ? ';usedtx=1' : ''}`;
  return [...new Set(types)].reduce((text, type) => {
    const line = new RegExp(`^a=fmtp:${type} (.*)$`, 'gm');
    if (!line.test(text)) return text.replaceAll(new RegExp(`^(a=rtpmap:${type} opus/48000.*)$`, 'gm'), `$1\r\na=fmtp:${type} ${wishes}`);
    return text.replaceAll(line, (_, given: string) => {
      const kept = given.split(';').filter((wish) => !/^\s*(?:useinbandfec|usedtx)=/.test(wish));
      return `a=fmtp:${type} ${[...kept, wishes].join(';')}`;
    });
  }, sdp);
}
