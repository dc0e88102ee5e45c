/** The request samples of the documentation pages, as they stand there, with the status that the page gives each. */
export interface CurlSample {
  readonly api: "terraform" | "pulumi";
  /** Heading of the page under which it stands. */
  readonly section: string;
  readonly command: string;
  /** Content of `payload.json` beside the command. */
  readonly payload?: string;
  readonly status: number;
}

export const curlSamples: readonly CurlSample[] = [
  {
    api: "terraform",
    section: "List Agent Pools",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request GET \\
  https://app.terraform.io/api/v2/organizations/my-organization/agent-pools`,
    status: 200,
  },
  {
    api: "terraform",
    section: "List Agents",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request GET \\
  https://app.terraform.io/api/v2/agent-pools/apool-xkuMi7x4LsEnBUdY/agents`,
    status: 200,
  },
  {
    api: "terraform",
    section: "Show an Agent Pool",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request GET \\
  https://app.terraform.io/api/v2/agent-pools/apool-MCf6kkxu5FyHbqhd`,
    status: 200,
  },
  {
    api: "terraform",
    section: "Show an Agent",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request GET \\
  https://app.terraform.io/api/v2/agents/agent-73PJNzbZB5idR7AQ`,
    status: 200,
  },
  {
    api: "terraform",
    section: "Delete an Agent",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --request DELETE \\
  https://app.terraform.io/api/v2/agents/agent-73PJNzbZB5idR7AQ`,
    status: 204,
  },
  {
    api: "terraform",
    section: "Create an Agent Pool",
    command: `curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request POST \\
  --data @payload.json \\
  https://app.terraform.io/api/v2/organizations/my-organization/agent-pools`,
    payload: `{
    "data": {
        "type": "agent-pools",
        "attributes": {
            "name": "my-pool"
        }
    }
}`,
    status: 201,
  },
  {
    api: "terraform",
    section: "Update an Agent Pool",
    command: `$ curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request PATCH \\
  --data @payload.json \\
  https://app.terraform.io/api/v2/agent-pools/apool-MCf6kkxu5FyHbqhd`,
    payload: `{
  "data": {
    "type": "agent-pools",
    "attributes": {
      "name": "example-pool"
    }
  }
}`,
    status: 200,
  },
  {
    api: "terraform",
    section: "Delete an Agent Pool",
    command: `$ curl \\
  --header "Authorization: Bearer $TOKEN" \\
  --header "Content-Type: application/vnd.api+json" \\
  --request DELETE \\
  https://app.terraform.io/api/v2/agent-pools/apool-MCf6kkxu5FyHbqhd`,
    status: 204,
  },
  {
    api: "pulumi",
    section: "Register a new pool",
    command: `curl \\
  -H "Accept: application/vnd.pulumi+8" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: token $PULUMI_ACCESS_TOKEN" \\
  --request POST \\
  --data '{ "name":"Production", "description": "Pool for the production account" }' \\
  https://api.pulumi.com/api/orgs/{organization}/agent-pools`,
    status: 200,
  },
  {
    api: "pulumi",
    section: "Update a pool",
    command: `curl \\
  -H "Accept: application/vnd.pulumi+8" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: token $PULUMI_ACCESS_TOKEN" \\
  --request PATCH \\
  --data '{ "name":"Production", "description": "Pool for the production account" }' \\
  https://api.pulumi.com/api/orgs/{organization}/agent-pools/{poolId}`,
    status: 200,
  },
  {
    api: "pulumi",
    section: "Delete a pool",
    command: `curl \\
  -H "Accept: application/vnd.pulumi+8" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: token $PULUMI_ACCESS_TOKEN" \\
  --request DELETE \\
  https://api.pulumi.com/api/orgs/{organization}/agent-pools/{poolId}`,
    status: 204,
  },
  {
    api: "pulumi",
    section: "Get pool details",
    command: `curl \\
  -H "Accept: application/vnd.pulumi+8" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: token $PULUMI_ACCESS_TOKEN" \\
  https://api.pulumi.com/api/orgs/{organization}/agent-pools/{poolId}`,
    status: 200,
  },
  {
    api: "pulumi",
    section: "List registered pools",
    command: `curl \\
  -H "Accept: application/vnd.pulumi+8" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: token $PULUMI_ACCESS_TOKEN" \\
  https://api.pulumi.com/api/orgs/{organization}/agent-pools`,
    status: 200,
  },
];

/** A request printed as HTTP. The pages run its lines together; here they stand apart. */
export interface HttpSample {
  readonly api: "scalr" | "agentsmesh";
  readonly section: string;
  readonly request: string;
  readonly status: number;
}

export const httpSamples: readonly HttpSample[] = [
  {
    api: "scalr",
    section: "List Agent Pools",
    request: `GET /api/iacp/v3/agent-pools HTTP/1.1
Host: my.scalr.io
Prefer: profile=preview`,
    status: 200,
  },
  {
    api: "scalr",
    section: "Create an Agent Pool",
    request: `POST /api/iacp/v3/agent-pools HTTP/1.1
Host: my.scalr.io
Content-Type: application/vnd.api+json
Prefer: profile=preview

{ "data": { "type": "agent-pools", "attributes": { "name": "my-pool" }, "relationships": { "environment": { "data": { "type": "environments", "id": "env-svrcnchebt61e30" } } } } }`,
    status: 201,
  },
  {
    api: "scalr",
    section: "Get an Agent Pool",
    request: `GET /api/iacp/v3/agent-pools/{agent_pool} HTTP/1.1
Host: my.scalr.io
Prefer: profile=preview`,
    status: 200,
  },
  {
    api: "scalr",
    section: "Update an Agent Pool",
    request: `PATCH /api/iacp/v3/agent-pools/{agent_pool} HTTP/1.1
Host: my.scalr.io
Content-Type: application/vnd.api+json
Prefer: profile=preview

{ "data": { "type": "agent-pools", "id": "apool-tkacmbjoemheukg", "relationships": { "workspaces": { "data": [ {"type": "workspaces", "id": "ws-tkklps8s31vseto"}, {"type": "workspaces", "id": "ws-tkklq6v7im56cd0"}, {"type": "workspaces", "id": "ws-tkklqi19gvk7jc0"} ] } } } }`,
    status: 200,
  },
  {
    api: "agentsmesh",
    section: "GET /runners",
    request: `GET /runners`,
    status: 200,
  },
  {
    api: "agentsmesh",
    section: "GET /runners/:id",
    request: `GET /runners/:id`,
    status: 200,
  },
  {
    api: "agentsmesh",
    section: "GET /runners/available",
    request: `GET /runners/available`,
    status: 200,
  },
  {
    api: "agentsmesh",
    section: "GET /runners/:id/pods",
    request: `GET /runners/:id/pods`,
    status: 200,
  },
];
