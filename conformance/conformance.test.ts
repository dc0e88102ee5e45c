import { readRunFlags } from "../src/commands/run-options.ts";
import { describeConformance } from "./describe-conformance.ts";

/*
 * The suites as vitest tests, against the embedded reference servers or against a target that the environment names:
 * POOLPROOF_API, POOLPROOF_URL, POOLPROOF_TOKEN, POOLPROOF_ORGANIZATION, POOLPROOF_ACCOUNT, POOLPROOF_ENVIRONMENT,
 * POOLPROOF_PROFILE, POOLPROOF_FIXTURES (NAME=ID[,ID…] by spaces), POOLPROOF_WITHOUT, POOLPROOF_ONLY, POOLPROOF_AUTH.
 */
const { env } = process;
const flags = {
  url: env.POOLPROOF_URL,
  organization: env.POOLPROOF_ORGANIZATION,
  account: env.POOLPROOF_ACCOUNT,
  environment: env.POOLPROOF_ENVIRONMENT,
  profile: env.POOLPROOF_PROFILE,
  fixture: env.POOLPROOF_FIXTURES?.split(" ").filter(Boolean),
  without: env.POOLPROOF_WITHOUT,
  only: env.POOLPROOF_ONLY,
  auth: env.POOLPROOF_AUTH,
};
const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value));
for (const options of readRunFlags(env.POOLPROOF_API || undefined, given, env)) describeConformance(options);
