import { type ApiId, apis } from "../apis/index.ts";
import { type Contract, createContract } from "./contract.ts";

const loaded = new Map<ApiId, Promise<Contract>>();

/** The contract of an API. Read once in a process, since it never changes there. */
export function loadContract(id: ApiId): Promise<Contract> {
  const contract = loaded.get(id) ?? apis[id].loadBundle().then(createContract);
  loaded.set(id, contract);
  return contract;
}
