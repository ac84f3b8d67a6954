// The three ways from plain http to https, as commands to copy: the start prints them, and the invite panel shows them.

/** @param address host and port that the server listens at here */
export const httpsWays = (address: string): { caddy: string; certificate: string; proxy: string } => ({
  caddy: `caddy reverse-proxy --from office.example.org --to ${address}, then TRUST_PROXY=1 PUBLIC_URL=https://office.example.org npm start`,
  certificate: 'TLS_CERT=cert.pem TLS_KEY=key.pem HOST=0.0.0.0 npm start',
  proxy: 'TRUST_PROXY=1 PUBLIC_URL=https://office.example.org npm start',
});
