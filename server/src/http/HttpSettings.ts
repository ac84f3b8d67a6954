/** The part of the configuration that HTTP needs; app.ts passes it on. */
export interface HttpSettings {
  host: string;
  publicUrl: URL | undefined;
  trustProxy: false | number | string[];
  tls: { certFile: string; keyFile: string } | undefined;
  joinRatePerAddress: number;
  metricsToken: string | undefined;
  dev: boolean;
  /** The client's workspace; its build is in dist/. */
  clientDir: string;
}
