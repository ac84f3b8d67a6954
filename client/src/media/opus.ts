// What our voices ask of Opus: repair of lost packets, no packets at all in silence, and no more bits than they need.

export interface OpusWishes {
  /** Nothing is sent in silence. */
  discontinuous: boolean;
  /** bit/s of each audio line, in their order. */
  bitrates?: readonly number[];
}

/** Written into a description that the other side encodes by: what stands there need not be set on a sender, which holds the page up. */
export function askOpus(sdp: string, { discontinuous, bitrates = [] }: OpusWishes): string {
  const lines = bitrates.values();
  const wishes = `useinbandfec=1${discontinuous ? ';usedtx=1' : ''}`;
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => {
      const bitrate = section.startsWith('m=audio') ? lines.next().value : undefined;
      return askIn(section, bitrate === undefined ? wishes : `${wishes};maxaveragebitrate=${bitrate}`);
    })
    .join('');
}

function askIn(section: string, wishes: string): string {
  const types = [...section.matchAll(/^a=rtpmap:(\d+) opus\/48000/gm)].map(([, type]) => type ?? '');
  return [...new Set(types)].reduce((text, type) => {
    const line = new RegExp(`^a=fmtp:${type} (.*)$`, 'gm');
    if (!line.test(text)) return text.replaceAll(new RegExp(`^(a=rtpmap:${type} opus/48000.*)$`, 'gm'), `$1\r\na=fmtp:${type} ${wishes}`);
    return text.replaceAll(line, (_, given: string) => {
      const kept = given.split(';').filter((wish) => !/^\s*(?:useinbandfec|usedtx|maxaveragebitrate)=/.test(wish));
      return `a=fmtp:${type} ${[...kept, wishes].join(';')}`;
    });
  }, section);
}
