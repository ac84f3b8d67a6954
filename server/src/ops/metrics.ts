// What is counted for Prometheus; everything is labelled by few and known values only, never by a person.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One set per running app, so that several can run in one process. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    people: new Gauge({ name: 'comptoir_people', help: 'People in an office now.', labelNames: ['office'], registers }),
    connections: new Gauge({ name: 'comptoir_connections', help: 'Open WebSocket connections.', registers }),
    joins: new Counter({ name: 'comptoir_joins_total', help: 'Arrivals.', labelNames: ['kind'], registers }),
    refusedJoins: new Counter({ name: 'comptoir_joins_refused_total', help: 'Joins refused.', labelNames: ['reason'], registers }),
    tickLatenessMs: new Histogram({
      name: 'comptoir_tick_lateness_ms',
      help: 'How late an office tick began, in milliseconds.',
      buckets: [0.5, 1, 2, 5, 10, 20, 50, 100, 500],
      registers,
    }),
    frames: new Counter({ name: 'comptoir_crowd_frames_total', help: 'Crowd frames sent.', registers }),
    frameBytes: new Counter({ name: 'comptoir_crowd_bytes_total', help: 'Bytes of crowd frames sent.', registers }),
    skippedFrames: new Counter({ name: 'comptoir_crowd_skipped_total', help: 'Frames not sent to readers too slow for them.', registers }),
    putBacks: new Counter({ name: 'comptoir_put_backs_total', help: 'Walk segments refused.', labelNames: ['reason'], registers }),
    requests: new Counter({
      name: 'comptoir_requests_total',
      help: 'Requests over the WebSocket and how they were answered.',
      labelNames: ['request', 'answer'],
      registers,
    }),
    badMessages: new Counter({ name: 'comptoir_bad_messages_total', help: 'Messages dropped.', labelNames: ['reason'], registers }),
    refusedRequests: new Counter({
      name: 'comptoir_http_refused_total',
      help: 'HTTP requests and upgrades refused.',
      labelNames: ['reason'],
      registers,
    }),
    conversations: new Gauge({ name: 'comptoir_conversations', help: 'Conversations of two and more.', labelNames: ['office'], registers }),
    talking: new Gauge({ name: 'comptoir_people_talking', help: 'People in them.', labelNames: ['office'], registers }),
    formationMs: new Histogram({
      name: 'comptoir_formation_ms',
      help: 'One round of deciding who talks with whom, in milliseconds.',
      buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 20],
      registers,
    }),
    calls: new Gauge({
      name: 'comptoir_calls',
      help: 'Calls now, by how they are carried.',
      labelNames: ['office', 'transport'],
      registers,
    }),
    mediaPackets: new Counter({
      name: 'comptoir_media_packets_total',
      help: 'RTP packets that came to the media workers, and that they sent.',
      labelNames: ['direction'],
      registers,
    }),
    mediaCpuS: new Counter({ name: 'comptoir_media_cpu_seconds_total', help: 'CPU time of the media workers.', registers }),
    mediaWorkers: new Gauge({ name: 'comptoir_media_workers', help: 'Media workers started.', registers }),
    mediaPeople: new Gauge({ name: 'comptoir_media_people', help: 'People connected to the media workers.', registers }),
    mediaLatenessMs: new Gauge({
      name: 'comptoir_media_lateness_ms',
      help: 'The latest that a media worker came to its work, since the last look, in milliseconds.',
      registers,
    }),
    droppedSignals: new Counter({
      name: 'comptoir_call_signals_dropped_total',
      help: 'Signals of calls dropped: of another epoch, or from somebody who is not in the conversation.',
      labelNames: ['reason'],
      registers,
    }),
    storeOutage: new Gauge({ name: 'comptoir_store_outage', help: '1 while the database does not work.', registers }),
    storeFailures: new Counter({ name: 'comptoir_store_failures_total', help: 'Writes the database refused.', registers }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
