// What of a browser's description reaches the engine, and what of the engine's reaches browsers: only lines we know, one codec, no promises the engine cannot keep.

export type Medium = 'audio' | 'video';

/** Taken by everybody: one codec for all, so that packets need no translation. */
const CODECS = { audio: /^opus\/48000\/2$/i, video: /^VP8\/90000$/i } as const;
const EXTENSIONS = {
  level: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  rid: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  mid: 'urn:ietf:params:rtp-hdrext:sdes:mid',
} as const;

/** Everything else is dropped: the engine parses this in C++. */
const KNOWN_ATTRIBUTES = new Set([
  ...['group', 'msid-semantic', 'ice-ufrag', 'ice-pwd', 'ice-options', 'fingerprint', 'setup', 'mid', 'rtcp-mux', 'rtcp-rsize'],
  ...[
    'sendrecv',
    'sendonly',
    'recvonly',
    'inactive',
    'msid',
    'rtpmap',
    'rtcp-fb',
    'fmtp',
    'rid',
    'simulcast',
    'ssrc',
    'candidate',
    'extmap',
  ],
  ...['rtcp', 'end-of-candidates'],
]);
const LONGEST_LINE = 500;

interface Section {
  medium: string;
  lines: string[];
}

const attributeOf = (line: string): string | undefined => /^a=([a-z-]+)/.exec(line)?.[1];

/** Session lines, then each m-line with what belongs to it. */
function sectionsOf(sdp: string): { session: string[]; sections: Section[] } {
  const session: string[] = [];
  const sections: Section[] = [];
  for (const line of sdp.split(/\r?\n/)) {
    if (line === '' || line.length > LONGEST_LINE) continue;
    const medium = /^m=(\w+) /.exec(line)?.[1];
    if (medium !== undefined) sections.push({ medium, lines: [line] });
    else if (/^[vostc]=/.test(line) || (attributeOf(line) !== undefined && KNOWN_ATTRIBUTES.has(attributeOf(line) ?? '')))
      (sections.at(-1)?.lines ?? session).push(line);
  }
  return { session, sections };
}

const extensionId = (lines: readonly string[], uri: string): number | undefined => {
  const line = lines.find((candidate) => candidate.startsWith('a=extmap:') && candidate.split(' ')[1] === uri);
  const id = Number(/^a=extmap:(\d+)/.exec(line ?? '')?.[1]);
  return id >= 1 && id <= 255 ? id : undefined;
};

/** Payload types named by this line; undefined when it is about all or none. */
const payloadTypeNamed = (line: string): string | undefined => /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1];

export interface PublishOffer {
  /** For the engine. */
  sdp: string;
  payloadType: number;
  levelExtension: number | undefined;
  ridExtension: number | undefined;
  isSimulcast: boolean;
}

/** A description with one m-line that offers to send our codec; undefined when it is something else. */
export function readPublishOffer(sdp: string, medium: Medium): PublishOffer | undefined {
  const { session, sections } = sectionsOf(sdp);
  const [section] = sections;
  if (!section || sections.length !== 1 || section.medium !== medium) return undefined;
  const { lines } = section;
  const payloadType = lines
    .map((line) => /^a=rtpmap:(\d+) (\S+)$/.exec(line))
    .find((found) => found?.[2] !== undefined && CODECS[medium].test(found[2]))?.[1];
  if (payloadType === undefined || Number(payloadType) > 127) return undefined;
  const kept = lines.filter((line) => {
    const named = payloadTypeNamed(line);
    if (named !== undefined && named !== payloadType) return false;
    // a browser that is promised transport feedback waits for it, and sends less and less
    if (/transport-cc/.test(line)) return false;
    // engine and other browsers know other extensions by these ids
    return !line.startsWith('a=extmap:') || Object.values(EXTENSIONS).some((uri) => line.split(' ')[1] === uri);
  });
  // m=video 9 UDP/TLS/RTP/SAVPF 96 97 ...
  kept[0] = [...(kept[0] ?? '').split(' ').slice(0, 3), payloadType].join(' ');
  // the engine sends no feedback on a track that only receives
  const sending = kept.map((line) => (line === 'a=sendonly' ? 'a=sendrecv' : line));
  return {
    sdp: [...session, ...sending, ''].join('\r\n'),
    payloadType: Number(payloadType),
    levelExtension: medium === 'audio' ? extensionId(lines, EXTENSIONS.level) : undefined,
    ridExtension: extensionId(lines, EXTENSIONS.rid),
    isSimulcast: lines.some((line) => line.startsWith('a=simulcast:')),
  };
}

/** An answer to our offer; undefined when it is none. */
export function readAnswer(sdp: string, mLines: number): string | undefined {
  const { session, sections } = sectionsOf(sdp);
  if (sections.length !== mLines) return undefined;
  return [...session, ...sections.flatMap(({ lines }) => lines), ''].join('\r\n');
}

/** The engine's answer as browsers need it: it repeats the offer's `send` where it should say `recv`. */
export const writePublishAnswer = (sdp: string): string =>
  sdp
    .replace(/^a=rid:(\S+) send/gm, 'a=rid:$1 recv')
    .replace(/^a=simulcast:send/gm, 'a=simulcast:recv')
    .replace(/^a=sendrecv/gm, 'a=recvonly');

/** Every host candidate becomes one of this address, for machines that people reach under another one than their own. */
export function announce(sdp: string, announcedIp: string | undefined): string {
  if (announcedIp === undefined) return sdp;
  const seen = new Set<string>();
  const lines = sdp.split('\r\n').map((line) => {
    const parts = line.split(' ');
    if (!line.startsWith('a=candidate:') || parts[7] !== 'host') return line;
    parts[4] = announcedIp;
    const key = [parts[1], parts[2], parts[5]].join();
    if (seen.has(key)) return undefined;
    seen.add(key);
    return parts.join(' ');
  });
  return lines.filter((line) => line !== undefined).join('\r\n');
}

/** The engine listens on loopback, but does not say so. */
export const addLoopback = (sdp: string, port: number): string =>
  sdp.replace(/^a=end-of-candidates/m, `a=candidate:9 1 UDP 2113929471 127.0.0.1 ${port} typ host\r\na=end-of-candidates`);
