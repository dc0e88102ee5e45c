export interface paths {
    "/agent-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agent pools
         * @description Answers one page of the pools that the user may see and the filters let through.
         */
        get: operations["listAgentPools"];
        put?: never;
        /**
         * Create an agent pool
         * @description The relationship sent, account or environment, is the scope of the pool. A pool of an account serves every workspace in each of its environments, a pool of an environment only the workspaces in that one. The page asks for a scope; the vendor's own clients leave it out.
         */
        post: operations["createAgentPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agent-pools/{agent_pool}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool.
                 * @example apool-tkacmbjoemheukg
                 */
                agent_pool: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        /** Get an agent pool */
        get: operations["getAgentPool"];
        put?: never;
        post?: never;
        /**
         * Delete an agent pool
         * @description Only a pool without busy agents can be deleted.
         */
        delete: operations["deleteAgentPool"];
        options?: never;
        head?: never;
        /**
         * Update an agent pool
         * @description What the request leaves out keeps its value. The workspaces sent replace those linked before.
         */
        patch: operations["updateAgentPool"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a pool says of itself. */
        AgentPoolAttributes: {
            /** @description Identifies the pool in its account or environment. */
            name: string;
        };
        /** @description Names an account. */
        AccountIdentifier: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "accounts";
            /** @description Id of the account. */
            id: string;
        };
        /** @description The account of a pool, as linkage. */
        AccountRelationship: {
            /** @description Names the account. */
            data: components["schemas"]["AccountIdentifier"] | null;
        };
        /** @description The type and id that together name one resource. */
        ResourceIdentifier: {
            /** @description Resource type. */
            type: string;
            /** @description Resource id. */
            id: string;
        };
        /** @description The agents of a pool, as linkage. */
        AgentsRelationship: {
            /** @description One identifier for each agent. The page shows none; their type is most likely `agents`. */
            data: components["schemas"]["ResourceIdentifier"][] | null;
        };
        /** @description Names an environment. */
        EnvironmentIdentifier: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "environments";
            /** @description Id of the environment. */
            id: string;
        };
        /** @description The environment of a pool, as linkage. */
        EnvironmentRelationship: {
            /** @description Names the environment. */
            data: components["schemas"]["EnvironmentIdentifier"] | null;
        };
        /** @description Names a workspace. */
        WorkspaceIdentifier: {
            /**
             * @description Resource type, as the sample of the bulk link shows it.
             * @constant
             */
            type: "workspaces";
            /** @description Id of the workspace. */
            id: string;
        };
        /** @description The workspaces of a pool, as linkage. */
        WorkspacesRelationship: {
            /** @description One identifier for each workspace. */
            data: components["schemas"]["WorkspaceIdentifier"][] | null;
        };
        /** @description Scope, agents and workspaces of a pool. The only sample is of a pool of an environment and shows no workspaces; what a pool of the account scope shows of an environment is open. */
        AgentPoolRelationships: {
            /** @description The account that the pool belongs to. */
            account: components["schemas"]["AccountRelationship"] | null;
            /** @description The agents connected to the pool. */
            agents: components["schemas"]["AgentsRelationship"] | null;
            /** @description The environment that the pool belongs to; none where its scope is the account. */
            environment?: components["schemas"]["EnvironmentRelationship"] | null;
            /** @description The workspaces attached to the pool. */
            workspaces?: components["schemas"]["WorkspacesRelationship"] | null;
        };
        /** @description Links of a resource. */
        ResourceLinks: {
            /** @description Address of the resource, relative or absolute. */
            self: string;
        };
        /** @description A group of self-hosted agents that execute the runs of workspaces. */
        AgentPool: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            /** @description Id of the pool. */
            id: string;
            attributes: components["schemas"]["AgentPoolAttributes"];
            relationships: components["schemas"]["AgentPoolRelationships"];
            links: components["schemas"]["ResourceLinks"];
        };
        /** @description Attributes of an included resource, which other pages of the documentation describe. */
        IncludedAttributes: {
            [key: string]: unknown;
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
        /** @description An account, agent, environment or workspace that `include` asked for. */
        IncludedResource: {
            /** @description Resource type. */
            type: string;
            /** @description Id of the resource. */
            id: string;
            attributes?: components["schemas"]["IncludedAttributes"];
            links?: components["schemas"]["Links"];
        };
        /** @description Addresses of this page and of others. A link that leads nowhere is null or left out. */
        PaginationLinks: {
            self?: components["schemas"]["Link"];
            first?: components["schemas"]["Link"];
            prev?: components["schemas"]["Link"];
            next?: components["schemas"]["Link"];
            last?: components["schemas"]["Link"];
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
            /** @description Pools in all. */
            "total-count": number;
        };
        /** @description Facts about the list that the page is cut from. */
        PaginationMeta: {
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One page of agent pools. The documentation shows no sample; what stands beside `data` is known from the vendor's clients and from JSON:API. */
        AgentPoolListDocument: {
            /** @description The pools on this page. */
            data: components["schemas"]["AgentPool"][];
            /** @description The resources that `include` asked for; null or left out where it asked for none. */
            included?: components["schemas"]["IncludedResource"][] | null;
            links?: components["schemas"]["PaginationLinks"];
            meta: components["schemas"]["PaginationMeta"];
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
        /** @description Attributes of the pool to create. */
        CreateAgentPoolAttributes: {
            /** @description Unique in the account or environment that the pool is created in. */
            name: string;
        };
        /** @description An account to link a pool to. */
        AccountLinkage: {
            data: components["schemas"]["AccountIdentifier"];
        };
        /** @description An environment to link a pool to. */
        EnvironmentLinkage: {
            data: components["schemas"]["EnvironmentIdentifier"];
        };
        /** @description Workspaces to link a pool to. */
        WorkspacesLinkage: {
            /** @description One identifier for each workspace; empty for none. */
            data: components["schemas"]["WorkspaceIdentifier"][];
        };
        /** @description The scope of the pool, that is its account or its environment, and the workspaces to link from the start. The page wants a scope on every creation. */
        CreateAgentPoolRelationships: {
            account?: components["schemas"]["AccountLinkage"];
            environment?: components["schemas"]["EnvironmentLinkage"];
            workspaces?: components["schemas"]["WorkspacesLinkage"];
        };
        /** @description The pool to create. */
        CreateAgentPool: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            /** @description Listed by the page, which does not say what becomes of it; the server may give the pool another. */
            id?: string;
            attributes: components["schemas"]["CreateAgentPoolAttributes"];
            relationships?: components["schemas"]["CreateAgentPoolRelationships"];
        };
        /** @description Request to create an agent pool. */
        CreateAgentPoolDocument: {
            data: components["schemas"]["CreateAgentPool"];
        };
        /** @description A single agent pool. */
        AgentPoolDocument: {
            data: components["schemas"]["AgentPool"];
            /** @description The resources that `include` asked for; null or left out where it asked for none. */
            included?: components["schemas"]["IncludedResource"][] | null;
            meta?: components["schemas"]["Meta"];
        };
        /** @description Attributes to change. The page's table stars the name, its sample leaves it out. */
        UpdateAgentPoolAttributes: {
            /** @description Unique in the account or environment of the pool. */
            name?: string;
        };
        /** @description Relationships to change. The workspaces sent are the whole set; an empty array unlinks them all. */
        UpdateAgentPoolRelationships: {
            account?: components["schemas"]["AccountLinkage"];
            environment?: components["schemas"]["EnvironmentLinkage"];
            workspaces?: components["schemas"]["WorkspacesLinkage"];
        };
        /** @description The change. JSON:API asks for the id as well, the page does not. */
        UpdateAgentPool: {
            /**
             * @description Resource type.
             * @constant
             */
            type: "agent-pools";
            /** @description Id of the pool, the same as in the path. */
            id?: string;
            attributes?: components["schemas"]["UpdateAgentPoolAttributes"];
            relationships?: components["schemas"]["UpdateAgentPoolRelationships"];
        };
        /** @description Request to change an agent pool. */
        UpdateAgentPoolDocument: {
            data: components["schemas"]["UpdateAgentPool"];
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
        /** @description The token is missing or not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The user may not list agent pools. */
        AgentPoolListNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The request is refused for a cause that has no status of its own. */
        ClientError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The server has failed. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent pool as created. */
        AgentPoolCreated: {
            headers: {
                "Preference-Applied": components["headers"]["PreferenceApplied"];
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentPoolDocument"];
            };
        };
        /** @description The user may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description A quota is exceeded. */
        QuotaExceeded: {
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
        /** @description The request body is malformed, for example by a missing attribute or a wrong type. A name that is taken is most likely refused so too. */
        MalformedBody: {
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
        /** @description There is no such agent pool, or the user may not do this to it. */
        AgentPoolNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent pool is gone. */
        AgentPoolDeleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The pool has busy agents and is kept. */
        AgentPoolBusy: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The agent pool as updated. */
        AgentPoolUpdated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/vnd.api+json": components["schemas"]["AgentPoolDocument"];
            };
        };
    };
    parameters: {
        /**
         * @description Keeps the pool that has this id.
         * @example apool-tkacmbjoemheukg
         */
        FilterAgentPool: string;
        /**
         * @description Keeps the pools of this name.
         * @example my-pool
         */
        FilterName: string;
        /**
         * @description Keeps the pools of the account that has this id.
         * @example acc-svrcncgh453bi8g
         */
        FilterAccount: string;
        /**
         * @description Keeps the pools of the environment that has this id.
         * @example env-svrcnchebt61e30
         */
        FilterEnvironment: string;
        /**
         * @description The page wanted, counted from 1. The documentation types it as a string.
         * @example 1
         */
        PageNumber: string;
        /**
         * @description Pools on a page. The documentation types it as a string and names neither a default nor a maximum.
         * @example 20
         */
        PageSize: string;
        /**
         * @description Relationships, separated by commas, whose resources the answer carries in full.
         * @example [
         *       "environment"
         *     ]
         */
        Include: ("account" | "agents" | "environment" | "workspaces")[];
        /**
         * @description Keys to order by, separated by commas. A hyphen before a key reverses the order: that is JSON:API's rule, the page lists the bare keys only.
         * @example [
         *       "name"
         *     ]
         */
        AgentPoolSort: ("account" | "environment" | "name" | "-account" | "-environment" | "-name")[];
        /**
         * @description Preferences of the client. The samples ask for the preview profile; the header may be left out.
         * @example profile=preview
         */
        Prefer: string;
        /**
         * @description Id of the agent pool.
         * @example apool-tkacmbjoemheukg
         */
        AgentPoolId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The preference that the server followed, where the request had one.
         * @example profile=preview
         */
        PreferenceApplied: string;
    };
    pathItems: never;
}
export type AgentPoolAttributes = components['schemas']['AgentPoolAttributes'];
export type AccountIdentifier = components['schemas']['AccountIdentifier'];
export type AccountRelationship = components['schemas']['AccountRelationship'];
export type ResourceIdentifier = components['schemas']['ResourceIdentifier'];
export type AgentsRelationship = components['schemas']['AgentsRelationship'];
export type EnvironmentIdentifier = components['schemas']['EnvironmentIdentifier'];
export type EnvironmentRelationship = components['schemas']['EnvironmentRelationship'];
export type WorkspaceIdentifier = components['schemas']['WorkspaceIdentifier'];
export type WorkspacesRelationship = components['schemas']['WorkspacesRelationship'];
export type AgentPoolRelationships = components['schemas']['AgentPoolRelationships'];
export type ResourceLinks = components['schemas']['ResourceLinks'];
export type AgentPool = components['schemas']['AgentPool'];
export type IncludedAttributes = components['schemas']['IncludedAttributes'];
export type LinkObject = components['schemas']['LinkObject'];
export type Link = components['schemas']['Link'];
export type Links = components['schemas']['Links'];
export type IncludedResource = components['schemas']['IncludedResource'];
export type PaginationLinks = components['schemas']['PaginationLinks'];
export type Pagination = components['schemas']['Pagination'];
export type PaginationMeta = components['schemas']['PaginationMeta'];
export type AgentPoolListDocument = components['schemas']['AgentPoolListDocument'];
export type ErrorSource = components['schemas']['ErrorSource'];
export type Meta = components['schemas']['Meta'];
export type ErrorObject = components['schemas']['ErrorObject'];
export type JsonapiObject = components['schemas']['JsonapiObject'];
export type ErrorDocument = components['schemas']['ErrorDocument'];
export type CreateAgentPoolAttributes = components['schemas']['CreateAgentPoolAttributes'];
export type AccountLinkage = components['schemas']['AccountLinkage'];
export type EnvironmentLinkage = components['schemas']['EnvironmentLinkage'];
export type WorkspacesLinkage = components['schemas']['WorkspacesLinkage'];
export type CreateAgentPoolRelationships = components['schemas']['CreateAgentPoolRelationships'];
export type CreateAgentPool = components['schemas']['CreateAgentPool'];
export type CreateAgentPoolDocument = components['schemas']['CreateAgentPoolDocument'];
export type AgentPoolDocument = components['schemas']['AgentPoolDocument'];
export type UpdateAgentPoolAttributes = components['schemas']['UpdateAgentPoolAttributes'];
export type UpdateAgentPoolRelationships = components['schemas']['UpdateAgentPoolRelationships'];
export type UpdateAgentPool = components['schemas']['UpdateAgentPool'];
export type UpdateAgentPoolDocument = components['schemas']['UpdateAgentPoolDocument'];
export type ResponseAgentPoolList = components['responses']['AgentPoolList'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseAgentPoolListNotFound = components['responses']['AgentPoolListNotFound'];
export type ResponseClientError = components['responses']['ClientError'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseAgentPoolCreated = components['responses']['AgentPoolCreated'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseQuotaExceeded = components['responses']['QuotaExceeded'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseMalformedBody = components['responses']['MalformedBody'];
export type ResponseAgentPool = components['responses']['AgentPool'];
export type ResponseAgentPoolNotFound = components['responses']['AgentPoolNotFound'];
export type ResponseAgentPoolDeleted = components['responses']['AgentPoolDeleted'];
export type ResponseAgentPoolBusy = components['responses']['AgentPoolBusy'];
export type ResponseAgentPoolUpdated = components['responses']['AgentPoolUpdated'];
export type ParameterFilterAgentPool = components['parameters']['FilterAgentPool'];
export type ParameterFilterName = components['parameters']['FilterName'];
export type ParameterFilterAccount = components['parameters']['FilterAccount'];
export type ParameterFilterEnvironment = components['parameters']['FilterEnvironment'];
export type ParameterPageNumber = components['parameters']['PageNumber'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterInclude = components['parameters']['Include'];
export type ParameterAgentPoolSort = components['parameters']['AgentPoolSort'];
export type ParameterPrefer = components['parameters']['Prefer'];
export type ParameterAgentPoolId = components['parameters']['AgentPoolId'];
export type HeaderPreferenceApplied = components['headers']['PreferenceApplied'];
export type $defs = Record<string, never>;
export interface operations {
    listAgentPools: {
        parameters: {
            query?: {
                /**
                 * @description Keeps the pool that has this id.
                 * @example apool-tkacmbjoemheukg
                 */
                "filter[agent-pool]"?: components["parameters"]["FilterAgentPool"];
                /**
                 * @description Keeps the pools of this name.
                 * @example my-pool
                 */
                "filter[name]"?: components["parameters"]["FilterName"];
                /**
                 * @description Keeps the pools of the account that has this id.
                 * @example acc-svrcncgh453bi8g
                 */
                "filter[account]"?: components["parameters"]["FilterAccount"];
                /**
                 * @description Keeps the pools of the environment that has this id.
                 * @example env-svrcnchebt61e30
                 */
                "filter[environment]"?: components["parameters"]["FilterEnvironment"];
                /**
                 * @description The page wanted, counted from 1. The documentation types it as a string.
                 * @example 1
                 */
                "page[number]"?: components["parameters"]["PageNumber"];
                /**
                 * @description Pools on a page. The documentation types it as a string and names neither a default nor a maximum.
                 * @example 20
                 */
                "page[size]"?: components["parameters"]["PageSize"];
                /**
                 * @description Relationships, separated by commas, whose resources the answer carries in full.
                 * @example [
                 *       "environment"
                 *     ]
                 */
                include?: components["parameters"]["Include"];
                /**
                 * @description Keys to order by, separated by commas. A hyphen before a key reverses the order: that is JSON:API's rule, the page lists the bare keys only.
                 * @example [
                 *       "name"
                 *     ]
                 */
                sort?: components["parameters"]["AgentPoolSort"];
            };
            header?: {
                /**
                 * @description Preferences of the client. The samples ask for the preview profile; the header may be left out.
                 * @example profile=preview
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPoolList"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolListNotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    createAgentPool: {
        parameters: {
            query?: {
                /**
                 * @description Relationships, separated by commas, whose resources the answer carries in full.
                 * @example [
                 *       "environment"
                 *     ]
                 */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /**
                 * @description Preferences of the client. The samples ask for the preview profile; the header may be left out.
                 * @example profile=preview
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["CreateAgentPoolDocument"];
            };
        };
        responses: {
            201: components["responses"]["AgentPoolCreated"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["QuotaExceeded"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["MalformedBody"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    getAgentPool: {
        parameters: {
            query?: {
                /**
                 * @description Relationships, separated by commas, whose resources the answer carries in full.
                 * @example [
                 *       "environment"
                 *     ]
                 */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /**
                 * @description Preferences of the client. The samples ask for the preview profile; the header may be left out.
                 * @example profile=preview
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the agent pool.
                 * @example apool-tkacmbjoemheukg
                 */
                agent_pool: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPool"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    deleteAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the agent pool.
                 * @example apool-tkacmbjoemheukg
                 */
                agent_pool: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["AgentPoolDeleted"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AgentPoolNotFound"];
            409: components["responses"]["AgentPoolBusy"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    updateAgentPool: {
        parameters: {
            query?: {
                /**
                 * @description Relationships, separated by commas, whose resources the answer carries in full.
                 * @example [
                 *       "environment"
                 *     ]
                 */
                include?: components["parameters"]["Include"];
            };
            header?: {
                /**
                 * @description Preferences of the client. The samples ask for the preview profile; the header may be left out.
                 * @example profile=preview
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the agent pool.
                 * @example apool-tkacmbjoemheukg
                 */
                agent_pool: components["parameters"]["AgentPoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.api+json": components["schemas"]["UpdateAgentPoolDocument"];
            };
        };
        responses: {
            200: components["responses"]["AgentPoolUpdated"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AgentPoolNotFound"];
            409: components["responses"]["QuotaExceeded"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["MalformedBody"];
            "4XX": components["responses"]["ClientError"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
