// Runs in the page of a bench: walks to somebody and takes the time of every step until they are heard and seen.

export interface Meeting {
  /** From standing still, ms: the dwell is in all of them. */
  conversationMs: number;
  /** With anybody, and with everybody. */
  connectedMs: number;
  allConnectedMs: number;
  /** Of anybody's voice, and of the last one's. */
  firstSoundMs: number;
  allSoundMs: number;
  firstFrameMs: number;
  allFramesMs: number;
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

export async function measureMeeting(options: {
  goal: { x: number; y: number };
  /** How many there are besides me. */
  others: number;
  /** Of the others' voices, Hz. */
  pitches: readonly number[];
  /** How many are seen. */
  pictures: number;
  audible: number;
}): Promise<Meeting> {
  const { comptoir, media } = globalThis as unknown as Page;
  const { goal, others, pitches, pictures, audible } = options;
  const giveUpMs = 15_000;
  media.context ??= new AudioContext();
  const { context } = media;
  const heard = new Map<MediaStream, AnalyserNode>();
  // those of earlier meetings are over
  const seen = new Set(media.received.map(({ track }) => track));
  const samples = new Float32Array(2048);
  const voices = pitches.map((pitch) => {
    const wave = Array.from(samples, (_, n) => (2 * Math.PI * pitch * n) / context.sampleRate);
    return { cosines: Float32Array.from(wave, Math.cos), sines: Float32Array.from(wave, Math.sin), heard: false };
  });
  const frames: number[] = [];
  await comptoir.walkTo(goal);
  const began = performance.now();
  const meeting: Meeting = {
    ...{ conversationMs: 0, connectedMs: 0, allConnectedMs: 0 },
    ...{ firstSoundMs: 0, allSoundMs: 0, firstFrameMs: 0, allFramesMs: 0 },
  };
  const listen = (analyser: AnalyserNode): void => {
    analyser.getFloatTimeDomainData(samples);
    for (const voice of voices) {
      if (voice.heard) continue;
      const { cosines, sines } = voice;
      let re = 0;
      let im = 0;
      // a plain loop: what looks must not take the time of what it looks at
      for (let n = 0; n < samples.length; n++) {
        const sample = samples[n] ?? 0;
        re += sample * (cosines[n] ?? 0);
        im += sample * (sines[n] ?? 0);
      }
      voice.heard = (2 * Math.hypot(re, im)) / samples.length > audible;
    }
  };
  while (performance.now() - began < giveUpMs) {
    const now = performance.now() - began;
    const { conversation, call } = comptoir.snapshot();
    if (conversation) meeting.conversationMs ||= now;
    const connected = call?.participants.filter(({ state }) => state === 'connected').length ?? 0;
    if (connected > 0) meeting.connectedMs ||= now;
    if (connected === others) meeting.allConnectedMs ||= now;
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
          frames.push(performance.now() - began);
        });
        video.play().catch(() => undefined);
      }
    if (conversation) for (const analyser of heard.values()) listen(analyser);
    if (voices.some((voice) => voice.heard)) meeting.firstSoundMs ||= now;
    if (voices.every((voice) => voice.heard)) meeting.allSoundMs ||= now;
    meeting.firstFrameMs = frames[0] ?? 0;
    meeting.allFramesMs = frames[pictures - 1] ?? 0;
    if (meeting.allConnectedMs && meeting.allSoundMs && meeting.allFramesMs) break;
    await new Promise((resolve) => setTimeout(resolve, 8));
  }
  if (!meeting.allConnectedMs || !meeting.allSoundMs || !meeting.allFramesMs) {
    const links = media.connections.map(({ connectionState, signalingState }) => `${connectionState} ${signalingState}`);
    meeting.stuck = JSON.stringify([comptoir.snapshot().call, context.state, links.filter((link) => link !== 'closed closed')]);
  }
  return meeting;
}
