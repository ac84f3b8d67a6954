/** An answer other than success, thrown by a route: a status and one sentence for whoever asked. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  /** Stands in metrics. */
  readonly reason: string;
  readonly headers: Record<string, string>;
  /** Members of the answer beside `error`. */
  readonly more: Record<string, unknown>;

  constructor(
    status: number,
    reason: string,
    sentence: string,
    { headers = {}, more = {} }: Partial<Pick<HttpRefusal, 'headers' | 'more'>> = {},
  ) {
    super(sentence);
    this.status = status;
    this.reason = reason;
    this.headers = headers;
    this.more = more;
  }
}
