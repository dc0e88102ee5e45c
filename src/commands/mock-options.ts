import { type ApiId, apiIds, isApiId } from "../apis/index.ts";
import { suggest } from "../config/suggestion.ts";
import { type Latency, longestDelayMs } from "../front/latency.ts";
import { repositorySpec, type SpecSource, specFile } from "../host/spec-source.ts";
import { UsageError } from "./usage-error.ts";

/** Flags of `poolproof mock` as they come from the command line. */
export interface MockFlags {
  readonly port: string;
  readonly host: string;
  readonly stateful?: boolean;
  readonly data?: string;
  readonly dataExample?: boolean;
  readonly persist?: string;
  readonly seed?: string;
  readonly latency?: string;
  readonly https?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly spec?: readonly string[];
  readonly watch?: boolean;
  readonly quiet?: boolean;
}

/** What to serve and how, as far as it can be told without opening a file. */
export interface MockSettings {
  readonly apis: readonly ApiId[];
  readonly port: number;
  readonly hostname: string;
  readonly isStateful: boolean;
  readonly data: string | undefined;
  /** Print an example of these data instead of serving. */
  readonly isDataExample: boolean;
  readonly persist: string | undefined;
  readonly seed: number | undefined;
  readonly latency: Latency | undefined;
  /** Files of certificate and key; `"made"` for a new certificate. */
  readonly tls: { readonly cert: string; readonly key: string } | "made" | undefined;
  /** Specs that are read from elsewhere at the start. */
  readonly specs: readonly SpecSource[];
  /** Specs that are read again when they change. */
  readonly watched: readonly SpecSource[];
  readonly isQuiet: boolean;
}

/** @throws {UsageError} if the flags do not make sense together */
export function readMockFlags(words: readonly string[], flags: MockFlags): MockSettings {
  const { stateful = false, data, persist } = flags;
  for (const [flag, value] of Object.entries({ data, persist })) {
    if (value !== undefined && !stateful)
      throw new UsageError(`--${flag} needs --stateful: the static mock keeps nothing.`);
  }
  const specs = readSpecs(flags.spec ?? [], stateful);
  const apis = words.length === 0 ? apiIds : [...new Set(words.map(readApi))];
  const unserved = specs.find(({ api }) => !apis.includes(api));
  if (unserved) throw new UsageError(`--spec ${unserved.api}=… is for an API that is not served: name it too.`);
  return {
    apis,
    port: readPort(flags.port),
    hostname: readHost(flags.host),
    isStateful: stateful,
    data,
    isDataExample: flags.dataExample ?? false,
    persist,
    seed: flags.seed === undefined ? undefined : readSeed(flags.seed),
    latency: flags.latency === undefined ? undefined : readLatency(flags.latency),
    tls: readTls(flags),
    specs,
    watched: flags.watch ? watchedSpecs(apis, specs) : [],
    isQuiet: flags.quiet ?? false,
  };
}

function readApi(word: string): ApiId {
  if (isApiId(word)) return word;
  throw new UsageError(`There is no API ${JSON.stringify(word)}; ${suggest(word, apiIds, "there are")}`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is not a port: give a number from 0 (any free one) to 65535.`);
}

/** An empty variable of a script would open the mock to everybody. */
function readHost(text: string): string {
  if (text.trim() !== "") return text;
  throw new UsageError(
    "--host is empty: give an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.",
  );
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed ${text} is not a whole number: give one, such as 1.`);
}

function readLatency(text: string): Latency {
  const [, min = "", max = min] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  const [minMs, maxMs] = [Number(min), Number(max)];
  if (min !== "" && minMs <= maxMs && maxMs <= longestDelayMs) return { minMs, maxMs };
  throw new UsageError(
    `--latency ${text} is not a time in milliseconds up to ${longestDelayMs}: give one number, or two from low to high such as 100-400.`,
  );
}

function readTls({ https, cert, key }: MockFlags): MockSettings["tls"] {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert !== undefined) throw new UsageError("--cert needs the private key that belongs to it: --key FILE.");
  if (key !== undefined) throw new UsageError("--key needs the certificate that it belongs to: --cert FILE.");
  return https ? "made" : undefined;
}

function readSpecs(pairs: readonly string[], isStateful: boolean): SpecSource[] {
  const sources = pairs.map((pair) => {
    const [, api = "", file = ""] = /^([^=]*)=(.+)$/s.exec(pair) ?? [];
    if (file === "") throw new UsageError(`--spec ${pair} is not API=FILE, such as terraform=bundle.json.`);
    return specFile(readApi(api), file, isStateful);
  });
  const twice = sources.find(({ api }, index) => sources.findIndex((each) => each.api === api) < index);
  if (twice) throw new UsageError(`--spec names two files for ${twice.api}; give one.`);
  return sources;
}

function watchedSpecs(apis: readonly ApiId[], specs: readonly SpecSource[]): readonly SpecSource[] {
  const own = apis.flatMap((api) => specs.find((each) => each.api === api) ?? repositorySpec(api) ?? []);
  if (own.length === 0) {
    throw new UsageError("--watch has nothing to watch: name a bundle of your own with --spec API=FILE.");
  }
  return own;
}
