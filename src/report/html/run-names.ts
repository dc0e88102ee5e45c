import type { CheckResult, Report, ReportDocument } from "../../../conformance/results/report.ts";
import { apis } from "../../apis/index.ts";

/** One run with what tells it apart from the others of its page. */
export interface NamedRun {
  readonly report: Report;
  /** Begins the ids of elements that belong to this run. */
  readonly key: string;
  /** The API, and the target where it has a name or the page has several runs of that API. */
  readonly title: string;
}

/** Ids of checks are the ids of their elements, so that links are short, unless one API was run twice. */
export function nameRuns({ runs }: ReportDocument): readonly NamedRun[] {
  return runs.map((report, index) => {
    const earlier = runs.slice(0, index).filter(({ api }) => api === report.api).length;
    const isOnly = runs.filter(({ api }) => api === report.api).length === 1;
    const service = Object.hasOwn(apis, report.api) ? apis[report.api].title : report.api;
    const target = report.target.name ?? (isOnly ? undefined : report.target.url);
    return {
      report,
      key: earlier === 0 ? report.api : `${report.api}-${earlier + 1}`,
      title: target === undefined ? service : `${service} · ${target}`,
    };
  });
}

/** Id of the element that shows a check. */
export function checkAnchor({ report, key }: NamedRun, id: CheckResult["id"]): string {
  return key === report.api ? id : `${key}:${id}`;
}
