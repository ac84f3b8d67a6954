/** The part of the configuration that the doctor looks at. */
export interface DoctorSettings {
  port: number;
  host: string;
  publicUrl: URL | undefined;
  trustProxy: false | number | string[];
  tls: { certFile: string; keyFile: string } | undefined;
  dataDir: string;
  databaseUrl?: string | undefined;
  media: { firstUdpPort: number | undefined; workers: number; announcedIp: string | undefined; isLocal: boolean };
  stunPort: number | undefined;
  turn: { urls: string[]; secret: string } | undefined;
}
