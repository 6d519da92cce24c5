import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const pages = ["join", "participant", "station", "console", "screen", "organiser", "planner"] as const;
const client = resolve(import.meta.dirname, "client");

const squeezable = new Set([".html", ".js", ".css", ".svg", ".json"]);
/** Below this a compressed file saves no packet. */
const worthwhile = 1024;

/** Leaves a `.br` and a `.gz` beside every file worth it, so that the server only picks and never compresses. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = await readdir(dir, { recursive: true });
      await Promise.all(files.filter((file) => squeezable.has(extname(file))).map((file) => squeeze(join(dir, file))));
    },
  };
}

async function squeeze(path: string): Promise<void> {
  const plain = await readFile(path);
  if (plain.length < worthwhile) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, quality),
    promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

/**
 * Parts of libraries that no page of ours comes to, and what stands in their place: fakes for the library's own tests,
 * React Native, H.264 profiles (we have VP8), logging that nobody reads, transports beside the one socket.
 */
const unused: readonly (readonly [path: RegExp, instead: string])[] = [
  [/mediasoup-client\/lib\/(test\/fakeParameters|handlers\/(FakeHandler|ReactNative106))\.js$/, "module.exports = {};"],
  [/h264-profile-level-id\/lib\/index\.js$/, "module.exports = {};"],
  [/node_modules\/debug\/src\/browser\.js$/, "module.exports = () => () => undefined;"],
  [
    /engine\.io-client\/build\/esm\/transports\/index\.js$/,
    'import { WS } from "./websocket.js"; export const transports = { websocket: WS };',
  ],
];

function lean(): Plugin {
  return {
    name: "lean",
    enforce: "pre",
    load: (id) => unused.find(([path]) => path.test(id))?.[1] ?? null,
  };
}

/**
 * What pages share, in few files: left alone, each combination of pages gives a chunk of its own, and on a thin line a
 * score of small answers with their headers costs more than the few components that a page does not use.
 */
const sharedChunks = [
  {
    name: "base",
    // Without what only organisers and schedulers use: phones never ask for that.
    test: /node_modules[\\/](preact|@preact)[\\/]|client[\\/]ui[\\/](?!(acting|citybox|release|therenow|ways)\.)|client[\\/]i18n[\\/]\w+\.ts|client[\\/]session[\\/](pass|contract|tab)\.ts|@oxc-project/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: "line",
    test: /node_modules[\\/](socket\.io|engine\.io|@socket\.io)|client[\\/]session[\\/]/,
    minShareCount: 2,
    priority: 1,
  },
];

export default defineConfig({
  root: client,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [lean(), compressed()],
  build: {
    outDir: resolve(import.meta.dirname, "dist/client"),
    emptyOutDir: true,
    // Phones that get no newer browser, and the oldest Safari and Firefox that we promise.
    target: ["chrome98", "edge98", "firefox115", "safari17"],
    // No data: addresses and no script of Vite's own: the content security policy stays short.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, resolve(client, `${page}.html`)])),
      output: { codeSplitting: { groups: sharedChunks } },
    },
  },
});
