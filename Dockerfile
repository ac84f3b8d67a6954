# Comptoir as an image. Pages and dependencies are made in stages of their own: what runs is Node, the server, and the client as it was built.
# Debian and not Alpine: the media server's engine comes built for glibc.

FROM node:24-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY assets/package.json assets/
COPY client/package.json client/
COPY server/package.json server/
COPY shared/package.json shared/
COPY tests/package.json tests/
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json ./
COPY assets assets
COPY client client
COPY shared shared
COPY server/prepare.mjs server/
# finds everything installed; builds the client and packs it, as `npm start` does
RUN node server/prepare.mjs start

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY assets/package.json assets/
COPY client/package.json client/
COPY server/package.json server/
COPY shared/package.json shared/
COPY tests/package.json tests/
# these two workspaces only: neither what builds pages, nor the Node that npm brings to machines with an older one
RUN npm ci --omit=dev --workspace=server --workspace=shared --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=dependencies /app/node_modules node_modules
COPY shared shared
COPY server server
COPY assets/maps assets/maps
COPY --from=pages /app/client/dist client/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
# pages, API and WebSocket; STUN; the media server when MEDIA_UDP_PORT=40000 and MEDIA_WORKERS=2
EXPOSE 8080/tcp 3478/udp 40000-40001/udp
# plain http, as a proxy in front asks; where Comptoir speaks https itself (TLS_CERT), run it with --no-healthcheck
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/src/main.ts"]
