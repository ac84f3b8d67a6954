// Runs in the page of a bench: walks to somebody and takes the time of every step until they are heard and seen.

export interface Meeting {
  /** From standing still, ms: the dwell is in all of them. */
  conversationMs: number;
  connectedMs: number;
  firstSoundMs: number;
  firstFrameMs: number;
  /** What was to be seen when it took too long. */
  stuck?: string;
}

interface Page {
  comptoir: {
    walkTo(goal: { x: number; y: number }): Promise<unknown>;
    snapshot(): { conversation: unknown; call: { participants: { state: string }[] } | null };
  };
  media: { connections: RTCPeerConnection[]; received: { track: MediaStreamTrack }[]; outputs: MediaStream[]; context?: AudioContext };
}

export async function measureMeeting(options: { goal: { x: number; y: number }; pitch: number; audible: number }): Promise<Meeting> {
  const { comptoir, media } = globalThis as unknown as Page;
  const { goal, pitch, audible } = options;
  const giveUpMs = 15_000;
  media.context ??= new AudioContext();
  const { context } = media;
  const heard = new Map<MediaStream, AnalyserNode>();
  // those of earlier meetings are over
  const seen = new Set(media.received.map(({ track }) => track));
  const samples = new Float32Array(2048);
  const wave = Array.from(samples, (_, n) => (2 * Math.PI * pitch * n) / context.sampleRate);
  const [cosines, sines] = [Float32Array.from(wave, Math.cos), Float32Array.from(wave, Math.sin)];
  let firstFrame = 0;
  await comptoir.walkTo(goal);
  const began = performance.now();
  const meeting: Meeting = { conversationMs: 0, connectedMs: 0, firstSoundMs: 0, firstFrameMs: 0 };
  const amplitude = (analyser: AnalyserNode): number => {
    analyser.getFloatTimeDomainData(samples);
    let re = 0;
    let im = 0;
    samples.forEach((sample, n) => {
      re += sample * (cosines[n] ?? 0);
      im += sample * (sines[n] ?? 0);
    });
    return (2 * Math.hypot(re, im)) / samples.length;
  };
  while (performance.now() - began < giveUpMs) {
    const now = performance.now() - began;
    const { conversation, call } = comptoir.snapshot();
    if (conversation) meeting.conversationMs ||= now;
    if (call?.participants.some(({ state }) => state === 'connected')) meeting.connectedMs ||= now;
    for (const stream of media.outputs)
      if (!heard.has(stream)) {
        const analyser = context.createAnalyser();
        context.createMediaStreamSource(stream).connect(analyser);
        heard.set(stream, analyser);
      }
    for (const { track } of media.received)
      if (track.kind === 'video' && !seen.has(track)) {
        seen.add(track);
        const video = document.createElement('video');
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        video.requestVideoFrameCallback(() => {
          firstFrame ||= performance.now() - began;
        });
        video.play().catch(() => undefined);
      }
    if (conversation && [...heard.values()].some((analyser) => amplitude(analyser) > audible)) meeting.firstSoundMs ||= now;
    if (firstFrame > 0) meeting.firstFrameMs ||= firstFrame;
    if (meeting.firstSoundMs && meeting.firstFrameMs) break;
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  if (!meeting.firstSoundMs || !meeting.firstFrameMs) {
    const links = media.connections.map(({ connectionState, signalingState }) => `${connectionState} ${signalingState}`);
    meeting.stuck = JSON.stringify([comptoir.snapshot().call, context.state, links.filter((link) => link !== 'closed closed')]);
  }
  return meeting;
}
