# syntax=docker/dockerfile:1
FROM node:20.20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4400 \
    DATA_FILE=/data/entente.sqlite
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE NOTICE ./
COPY --from=build /app/graph-schema ./graph-schema
COPY --from=build /app/server ./server
COPY --from=build /app/scripts/entente.mjs ./scripts/entente.mjs
COPY --from=build /app/scripts/samples ./scripts/samples
RUN install -d -o node -g node /data
# the user node, by number so that an orchestrator sees that it is not root
USER 1000:1000
VOLUME /data
EXPOSE 4400
# The program refuses to start without API_TOKEN, because the container listens on every address.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "scripts/entente.mjs", "serve"]
