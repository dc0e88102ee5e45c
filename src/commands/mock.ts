import { X509Certificate } from "node:crypto";
import { apis } from "../apis/index.ts";
import type { Contracts, Site, SiteOptions } from "../front/create-site.ts";
import { formatLogEntry } from "../host/format-log-entry.ts";
import { readTls } from "../host/read-tls.ts";
import type { Tls } from "../host/serve.ts";
import { serveApis } from "../host/serve-apis.ts";
import type { SpecSource } from "../host/spec-source.ts";
import { watchSpecs } from "../host/watch-specs.ts";
import { createMockSite } from "../mock/create-mock-site.ts";
import { createReferenceSite } from "../reference/create-reference-site.ts";
import { dataExample } from "../reference/data-example.ts";
import { openPersistFile } from "../reference/persist-file.ts";
import { readDataFile } from "../reference/read-data-file.ts";
import { referenceToken } from "../reference/reference-data.ts";
import { type MockFlags, type MockSettings, readMockFlags } from "./mock-options.ts";
import { UsageError } from "./usage-error.ts";

const staticHint = "Any token will do. Prefer: code=404, example=NAME or dynamic=true chooses the answer.";
const statefulHint = `The token ${referenceToken} may do everything`;

/**
 * `poolproof mock`: serves until it is told to end, unless it is asked for an example of its data.
 * @throws {UsageError} before anything is served, with everything persisted as it was
 */
export async function mock(words: readonly string[], flags: MockFlags): Promise<void> {
  const settings = readMockFlags(words, flags);
  if (settings.isDataExample) {
    process.stdout.write(await dataExample(settings.apis));
    return;
  }
  const tls = await readTls(settings.tls, settings.hostname);
  const site = await createSettingsSite(settings);
  const { port, hostname } = settings;
  const listening = serveApis(site.answer, site.contracts(), { port, hostname, ...(tls && { tls }) });
  const running = await listening.catch((cause) => {
    throw explain(cause, settings);
  });
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const watching = watchSpecs(settings.watched, site.replace, say);
  for (const id of settings.apis) {
    process.stdout.write(`${apis[id].title.padEnd(16)} ${running.baseUrls[id]}\n`);
  }
  for (const line of hints(settings, running.url, tls)) say(line);
  const end = () => {
    watching.close();
    void running.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
}

async function createSettingsSite(settings: MockSettings): Promise<Site> {
  const { apis: ids, isStateful, data, persist, seed, latency, isQuiet } = settings;
  const options: SiteOptions = {
    contracts: await readSpecs(settings.specs),
    ...(seed !== undefined && { seed }),
    ...(latency && { latency }),
    ...(!isQuiet && { log: (entry) => process.stderr.write(formatLogEntry(entry, process.stderr)) }),
  };
  if (!isStateful) return createMockSite(ids, options);
  return createReferenceSite(ids, {
    ...options,
    ...(data !== undefined && { data: await readDataFile(data) }),
    ...(persist !== undefined && (await openPersistFile(persist))),
  });
}

async function readSpecs(sources: readonly SpecSource[]): Promise<Contracts> {
  const read = sources.map(async (source) => [source.api, await source.read().catch(mendFirst(source))] as const);
  return Object.fromEntries(await Promise.all(read)) as Contracts;
}

/** Adds what to do to mistakes that a file holds; one that is not there has its own advice. */
function mendFirst({ name }: SpecSource) {
  return (cause: Error): never => {
    if (!cause.message.startsWith(`${name}:`)) throw cause;
    throw new UsageError(`${cause.message}\nMend the file of --spec and start again.`, { cause });
  };
}

function hints(
  { isStateful, persist, hostname, tls: form }: MockSettings,
  url: string,
  tls: Tls | undefined,
): string[] {
  const kept = persist === undefined ? "what is created stays until the end" : `what is created is kept in ${persist}`;
  const certificate =
    form === "made" && tls
      ? [
          `Nobody trusts the certificate yet: accept it once at ${url}, or use curl --insecure. Its fingerprint (SHA-256) is`,
          new X509Certificate(tls.cert).fingerprint256,
          "Each start makes another; --cert and --key take one that stays and that you trust (mkcert makes such).",
        ]
      : [];
  const open = ["0.0.0.0", "::"].includes(hostname)
    ? ["Every address of this machine leads to it, from outside too."]
    : [];
  return [
    ...certificate,
    ...open,
    `${isStateful ? `${statefulHint}; ${kept}.` : staticHint} Start page: ${url}/`,
    "Ctrl-C ends it.",
  ];
}

function explain(cause: NodeJS.ErrnoException, { port, hostname }: MockSettings): Error {
  if (cause.code === "EADDRINUSE")
    return new UsageError(`Port ${port} is in use: give another, or --port 0 for any free one.`, { cause });
  if (cause.code === "EACCES")
    return new UsageError(`Port ${port} may not be opened by this user: give one from 1024 on.`, { cause });
  if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND")
    return new UsageError(
      `--host ${hostname} is no address of this machine: give 127.0.0.1, or 0.0.0.0 for all that it has.`,
      { cause },
    );
  return cause;
}
