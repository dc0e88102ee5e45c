export interface paths {
    "/organizations/{organization_name}/agent-pools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example my-organization
                 */
                organization_name: components["parameters"]["OrganizationName"];
            };
            cookie?: never;
        };
        /**
         * List agent pools
         * @description Answers one page of the organization's pools.
         */
        get: operations["listAgentPools"];
        put?: never;
        /**
         * Create an agent pool
         * @description The page allows one pool only in an organization and in the same breath asks that names be unique in it; servers do either.
         */
        post: operations["createAgentPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent-pools/{agent_pool_id}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        /**
         * List agents
         * @description Answers one page of the agents that belong to the pool.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent-pools/{agent_pool_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        /** Show an agent pool */
        get: operations["showAgentPool"];
        put?: never;
        post?: never;
        /**
         * Delete an agent pool
         * @description The page has no table of statuses for this operation.
         */
        delete: operations["deleteAgentPool"];
        options?: never;
        head?: never;
        /**
         * Update an agent pool
         * @description What the request leaves out keeps its value.
         */
        patch: operations["updateAgentPool"];
        trace?: never;
    };
    "/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent.
                 * @example agent-Zz9PTEcUgBtYzht8
                 */
                agent_id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        /** Show an agent */
        get: operations["showAgent"];
        put?: never;
        post?: never;
        /**
         * Delete an agent
         * @description Only an agent whose status is `unknown`, `errored` or `exited` can be deleted.
         */
        delete: operations["deleteAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a pool says of itself. */
        AgentPoolAttributes: {
            /** @description Identifies the pool in its organization. */
            name: string;
            /**
             * Format: date-time
             * @description When the pool was created.
             */
            "created-at": string;
        };
        /** @description Links of a relationship. */
        RelatedLinks: {
            /** @description Address of the related resources, relative or absolute. */
            related: string;
        };
        /** @description A relationship given as the address of the related resources. */
        RelatedLink: {
            links: components["schemas"]["RelatedLinks"];
        };
        /** @description Names a workspace. */
        WorkspaceIdentifier: {
            /** @description Id of the workspace. */
            id: string;
            /**
             * @description Resource type.
             * @constant
             */
            type: "workspaces";
        };
        /** @description The workspaces that run on the pool, as linkage. */
        WorkspacesRelationship: {
            /** @description One identifier for each workspace; empty where there is none. */
            data: components["schemas"]["WorkspaceIdentifier"][];
        };
        /** @description Agents, tokens and workspaces of a pool. */
        AgentPoolRelationships: {
            agents: components["schemas"]["RelatedLink"];
            "authentication-tokens": components["schemas"]["RelatedLink"];
            workspaces: components["schemas"]["WorkspacesRelationship"];
        };
        /** @description Links of a resource. */
        ResourceLinks: {
            /** @description Address of the resource, relative or absolute. */
            self: string;
        };
        /** @description A group of agents that share a network segment or a purpose. */
        AgentPool: {
            /** @description Id of the pool. */
            id: string;
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            attributes: components["schemas"]["AgentPoolAttributes"];
            relationships: components["schemas"]["AgentPoolRelationships"];
            links: components["schemas"]["ResourceLinks"];
        };
        /** @description Addresses of this page and of others. At either end the link beyond it is null or left out. */
        PaginationLinks: {
            /** @description This page. */
            self: string;
            /** @description The first page. */
            first: string;
            /** @description The page before this one. */
            prev?: string | null;
            /** @description The page after this one. */
            next?: string | null;
            /** @description The last page. */
            last: string;
        };
        /** @description Where this page stands and how much there is. */
        Pagination: {
            /** @description Number of this page, counted from 1. */
            "current-page": number;
            /** @description Number of the page before, null on the first. */
            "prev-page": number | null;
            /** @description Number of the page after, null on the last. */
            "next-page": number | null;
            /** @description Pages in all. */
            "total-pages": number;
            /** @description Resources in all. */
            "total-count": number;
        };
        /** @description Facts about the list that the page is cut from. */
        PaginationMeta: {
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One page of agent pools. */
        AgentPoolListDocument: {
            /** @description The pools on this page. */
            data: components["schemas"]["AgentPool"][];
            links: components["schemas"]["PaginationLinks"];
            meta: components["schemas"]["PaginationMeta"];
        };
        /** @description An address with facts about it. */
        LinkObject: {
            /** @description The address itself. */
            href: string;
        };
        /** @description An address, a link object that holds one, or null where there is none. */
        Link: string | components["schemas"]["LinkObject"] | null;
        /** @description Links by name, each an address, a link object or null. */
        Links: {
            [key: string]: components["schemas"]["Link"];
        };
        /** @description The part of the request that caused the problem. */
        ErrorSource: {
            /** @description JSON pointer into the request document. */
            pointer?: string;
            /** @description Name of the query parameter. */
            parameter?: string;
            /** @description Name of the request header. */
            header?: string;
        };
        /** @description Non-standard information, free in form; some services send null where there is none. */
        Meta: Record<string, never> | null;
        /** @description One problem. JSON:API makes every member optional and asks for at least one. */
        ErrorObject: {
            /** @description Names this one occurrence of the problem. */
            id?: string;
            links?: components["schemas"]["Links"];
            /** @description The HTTP status that applies to this problem, as a string. */
            status?: string;
            /** @description An application-specific code. */
            code?: string;
            /** @description A short summary that stays the same for every occurrence of the problem. */
            title?: string;
            /** @description What went wrong this time. */
            detail?: string;
            source?: components["schemas"]["ErrorSource"];
            meta?: components["schemas"]["Meta"];
        };
        /** @description What the server says of its own JSON:API implementation. */
        JsonapiObject: {
            /** @description Highest version of JSON:API that the server supports. */
            version?: string;
        };
        /** @description A JSON:API document that carries errors in place of primary data. */
        ErrorDocument: {
            /** @description One object for each problem met. */
            errors: components["schemas"]["ErrorObject"][];
            meta?: components["schemas"]["Meta"];
            links?: components["schemas"]["Links"];
            jsonapi?: components["schemas"]["JsonapiObject"];
        };
        /** @description Letters, digits, hyphens and underscores; unique in the organization. */
        AgentPoolName: string;
        /** @description Attributes of the pool to create. */
        CreateAgentPoolAttributes: {
            name: components["schemas"]["AgentPoolName"];
        };
        /** @description The pool to create. */
        CreateAgentPool: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            attributes: components["schemas"]["CreateAgentPoolAttributes"];
        };
        /** @description Request to create an agent pool. */
        CreateAgentPoolDocument: {
            data: components["schemas"]["CreateAgentPool"];
        };
        /** @description A single agent pool. */
        AgentPoolDocument: {
            data: components["schemas"]["AgentPool"];
        };
        /** @description What an agent says of itself. */
        AgentAttributes: {
            /** @description Name given when the agent was started, null where none was. */
            name: string | null;
            /**
             * @description What the agent is doing. The samples show `idle`, `busy`, `exited` and `errored`; the rule for deletion adds `unknown`.
             * @enum {string}
             */
            status: "idle" | "busy" | "unknown" | "exited" | "errored";
            /** @description Address that the agent was last seen at. */
            "ip-address": string | null;
            /**
             * Format: date-time
             * @description When the agent last reported.
             */
            "last-ping-at": string | null;
        };
        /** @description A process that has joined a pool and runs operations for it. */
        Agent: {
            /** @description Id of the agent. */
            id: string;
            /**
             * @description Resource type.
             * @constant
             */
            type: "agents";
            attributes: components["schemas"]["AgentAttributes"];
            links: components["schemas"]["ResourceLinks"];
        };
        /** @description One page of agents. */
        AgentListDocument: {
            /** @description The agents on this page. */
            data: components["schemas"]["Agent"][];
            links: components["schemas"]["PaginationLinks"];
            meta: components["schemas"]["PaginationMeta"];
        };
        /** @description A JSON:API document without primary data. */
        MetaDocument: {
            meta: components["schemas"]["Meta"];
            links?: components["schemas"]["Links"];
            jsonapi?: components["schemas"]["JsonapiObject"];
        };
        /** @description Attributes to change; one that is left out keeps its value. */
        UpdateAgentPoolAttributes: {
            name?: components["schemas"]["AgentPoolName"];
        };
        /** @description The change. JSON:API asks for the id as well; the page's sample leaves it out, and either will do. */
        UpdateAgentPool: {
            /** @description Id of the pool, the same as in the path. */
            id?: string;
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            attributes?: components["schemas"]["UpdateAgentPoolAttributes"];
        };
        /** @description Request to change an agent pool. */
        UpdateAgentPoolDocument: {
            data: components["schemas"]["UpdateAgentPool"];
        };
        /** @description A single agent. */
        AgentDocument: {
            data: components["schemas"]["Agent"];
        };
    };
    responses: {
        /** @description One page of agent pools. */
        AgentPoolList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentPoolListDocument"];
            };
        };
        /** @description A query parameter is unknown to the server or has a value that it does not take. */
        InvalidParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The token is missing or not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description There is no such organization. */
        OrganizationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The user has sent more requests than the service takes in a second. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                "x-ratelimit-limit": components["headers"]["RateLimitLimit"];
                "x-ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "x-ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent pool as created. */
        AgentPoolCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentPoolDocument"];
            };
        };
        /** @description The body is not JSON. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description There is no such organization, or the user may not create pools in it. */
        OrganizationNotFoundOrForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The resource type is not one that can be created here. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The request body is not labelled as a JSON:API document. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The request body is malformed, for example by a missing attribute or a wrong type. */
        MalformedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description One page of agents. */
        AgentList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentListDocument"];
            };
        };
        /** @description There is no such agent pool, or the user may not do this to it. */
        AgentPoolNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent pool. */
        AgentPool: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentPoolDocument"];
            };
        };
        /** @description The agent pool is gone; the document says more about that. */
        DeletedWithMeta: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["MetaDocument"];
            };
        };
        /** @description The agent pool is gone. */
        AgentPoolDeleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no such agent pool, or the user may not delete it. */
        AgentPoolToDeleteNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The resource type or the id is not that of the pool in the path. */
        ConflictOnUpdate: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent. */
        Agent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentDocument"];
            };
        };
        /** @description There is no such agent, or the user may not do this to it. */
        AgentNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent is gone. */
        AgentDeleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The agent's status is neither `unknown` nor `errored` nor `exited`. */
        AgentNotDeletable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
    };
    parameters: {
        /**
         * @description Name of the organization.
         * @example my-organization
         */
        OrganizationName: string;
        /**
         * @description The key to order by; a hyphen before it reverses the order.
         * @example -name
         */
        AgentPoolSort: "name" | "-name" | "created-at" | "-created-at";
        /**
         * @description The page wanted, counted from 1. It is shown in the links of the sample responses only.
         * @example 1
         */
        PageNumber: number;
        /**
         * @description Resources on a page. It is shown in the links of the sample responses only; the largest size is that of the live service.
         * @example 20
         */
        PageSize: number;
        /**
         * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
         * @example apool-yoGUFz5zcRMMz53i
         */
        AgentPoolId: string;
        /**
         * @description Keeps the agents that have pinged since this moment, an ISO 8601 date.
         * @example 2020-08-11T10:41:23Z
         */
        LastPingSince: string;
        /**
         * @description Id of the agent.
         * @example agent-Zz9PTEcUgBtYzht8
         */
        AgentId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait, or the date from which to try again.
         * @example 1
         */
        RetryAfter: string;
        /**
         * @description Requests that the user may send in a second.
         * @example 30
         */
        RateLimitLimit: string;
        /**
         * @description Requests that are left of them.
         * @example 0
         */
        RateLimitRemaining: string;
        /**
         * @description Seconds until all of them may be sent again.
         * @example 1
         */
        RateLimitReset: string;
    };
    pathItems: never;
}
export type AgentPoolAttributes = components['schemas']['AgentPoolAttributes'];
export type RelatedLinks = components['schemas']['RelatedLinks'];
export type RelatedLink = components['schemas']['RelatedLink'];
export type WorkspaceIdentifier = components['schemas']['WorkspaceIdentifier'];
export type WorkspacesRelationship = components['schemas']['WorkspacesRelationship'];
export type AgentPoolRelationships = components['schemas']['AgentPoolRelationships'];
export type ResourceLinks = components['schemas']['ResourceLinks'];
export type AgentPool = components['schemas']['AgentPool'];
export type PaginationLinks = components['schemas']['PaginationLinks'];
export type Pagination = components['schemas']['Pagination'];
export type PaginationMeta = components['schemas']['PaginationMeta'];
export type AgentPoolListDocument = components['schemas']['AgentPoolListDocument'];
export type LinkObject = components['schemas']['LinkObject'];
export type Link = components['schemas']['Link'];
export type Links = components['schemas']['Links'];
export type ErrorSource = components['schemas']['ErrorSource'];
export type Meta = components['schemas']['Meta'];
export type ErrorObject = components['schemas']['ErrorObject'];
export type JsonapiObject = components['schemas']['JsonapiObject'];
export type ErrorDocument = components['schemas']['ErrorDocument'];
export type AgentPoolName = components['schemas']['AgentPoolName'];
export type CreateAgentPoolAttributes = components['schemas']['CreateAgentPoolAttributes'];
export type CreateAgentPool = components['schemas']['CreateAgentPool'];
export type CreateAgentPoolDocument = components['schemas']['CreateAgentPoolDocument'];
export type AgentPoolDocument = components['schemas']['AgentPoolDocument'];
export type AgentAttributes = components['schemas']['AgentAttributes'];
export type Agent = components['schemas']['Agent'];
export type AgentListDocument = components['schemas']['AgentListDocument'];
export type MetaDocument = components['schemas']['MetaDocument'];
export type UpdateAgentPoolAttributes = components['schemas']['UpdateAgentPoolAttributes'];
export type UpdateAgentPool = components['schemas']['UpdateAgentPool'];
export type UpdateAgentPoolDocument = components['schemas']['UpdateAgentPoolDocument'];
export type AgentDocument = components['schemas']['AgentDocument'];
export type ResponseAgentPoolList = components['responses']['AgentPoolList'];
export type ResponseInvalidParameter = components['responses']['InvalidParameter'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseOrganizationNotFound = components['responses']['OrganizationNotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseAgentPoolCreated = components['responses']['AgentPoolCreated'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseOrganizationNotFoundOrForbidden = components['responses']['OrganizationNotFoundOrForbidden'];
export type ResponseConflict = components['responses']['Conflict'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseMalformedBody = components['responses']['MalformedBody'];
export type ResponseAgentList = components['responses']['AgentList'];
export type ResponseAgentPoolNotFound = components['responses']['AgentPoolNotFound'];
export type ResponseAgentPool = components['responses']['AgentPool'];
export type ResponseDeletedWithMeta = components['responses']['DeletedWithMeta'];
export type ResponseAgentPoolDeleted = components['responses']['AgentPoolDeleted'];
export type ResponseAgentPoolToDeleteNotFound = components['responses']['AgentPoolToDeleteNotFound'];
export type ResponseConflictOnUpdate = components['responses']['ConflictOnUpdate'];
export type ResponseAgent = components['responses']['Agent'];
export type ResponseAgentNotFound = components['responses']['AgentNotFound'];
export type ResponseAgentDeleted = components['responses']['AgentDeleted'];
export type ResponseAgentNotDeletable = components['responses']['AgentNotDeletable'];
export type ParameterOrganizationName = components['parameters']['OrganizationName'];
export type ParameterAgentPoolSort = components['parameters']['AgentPoolSort'];
export type ParameterPageNumber = components['parameters']['PageNumber'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterAgentPoolId = components['parameters']['AgentPoolId'];
export type ParameterLastPingSince = components['parameters']['LastPingSince'];
export type ParameterAgentId = components['parameters']['AgentId'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
export type HeaderRateLimitLimit = components['headers']['RateLimitLimit'];
export type HeaderRateLimitRemaining = components['headers']['RateLimitRemaining'];
export type HeaderRateLimitReset = components['headers']['RateLimitReset'];
export type $defs = Record<string, never>;
export interface operations {
    listAgentPools: {
        parameters: {
            query?: {
                /**
                 * @description The key to order by; a hyphen before it reverses the order.
                 * @example -name
                 */
                sort?: components["parameters"]["AgentPoolSort"];
                /**
                 * @description The page wanted, counted from 1. It is shown in the links of the sample responses only.
                 * @example 1
                 */
                "page[number]"?: components["parameters"]["PageNumber"];
                /**
                 * @description Resources on a page. It is shown in the links of the sample responses only; the largest size is that of the live service.
                 * @example 20
                 */
                "page[size]"?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example my-organization
                 */
                organization_name: components["parameters"]["OrganizationName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPoolList"];
            400: components["responses"]["InvalidParameter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["OrganizationNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    createAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example my-organization
                 */
                organization_name: components["parameters"]["OrganizationName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CreateAgentPoolDocument"];
            };
        };
        responses: {
            201: components["responses"]["AgentPoolCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["OrganizationNotFoundOrForbidden"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["MalformedBody"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /**
                 * @description Keeps the agents that have pinged since this moment, an ISO 8601 date.
                 * @example 2020-08-11T10:41:23Z
                 */
                "filter[last-ping-since]"?: components["parameters"]["LastPingSince"];
                /**
                 * @description The page wanted, counted from 1. It is shown in the links of the sample responses only.
                 * @example 1
                 */
                "page[number]"?: components["parameters"]["PageNumber"];
                /**
                 * @description Resources on a page. It is shown in the links of the sample responses only; the largest size is that of the live service.
                 * @example 20
                 */
                "page[size]"?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentList"];
            400: components["responses"]["InvalidParameter"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    showAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPool"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DeletedWithMeta"];
            204: components["responses"]["AgentPoolDeleted"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolToDeleteNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    updateAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool. For the list of agents the page calls it an organization's name, which is a slip.
                 * @example apool-yoGUFz5zcRMMz53i
                 */
                agent_pool_id: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UpdateAgentPoolDocument"];
            };
        };
        responses: {
            200: components["responses"]["AgentPool"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
            409: components["responses"]["ConflictOnUpdate"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["MalformedBody"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    showAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent.
                 * @example agent-Zz9PTEcUgBtYzht8
                 */
                agent_id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentNotFound"];
            429: components["responses"]["TooManyRequests"];
        };
    };
    deleteAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent.
                 * @example agent-Zz9PTEcUgBtYzht8
                 */
                agent_id: components["parameters"]["AgentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["AgentDeleted"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentNotFound"];
            412: components["responses"]["AgentNotDeletable"];
            429: components["responses"]["TooManyRequests"];
        };
    };
}
