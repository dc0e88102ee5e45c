export interface paths {
    "/orgs/{organization}/agent-pools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
            };
            cookie?: never;
        };
        /**
         * List agent pools
         * @description Answers every pool of the organization at once. An item tells the state of its pool; the agents stand in the details only.
         */
        get: operations["listAgentPools"];
        put?: never;
        /**
         * Create an agent pool
         * @description The answer holds the token of the pool, which no other operation shows.
         */
        post: operations["createAgentPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orgs/{organization}/agent-pools/{poolId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
                /**
                 * @description Id of the pool, as it was answered when the pool was created.
                 * @example 12345678-8102-447f-b246-e9ec85786e23
                 */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        /**
         * Get an agent pool
         * @description Answers the pool with its agents.
         */
        get: operations["getAgentPool"];
        put?: never;
        post?: never;
        /**
         * Delete an agent pool
         * @description The live service keeps a pool that is in use, unless it is forced.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Whether the pool has a runner that is there to take work. The sample shows `online`.
         * @enum {string}
         */
        AgentPoolStatus: "online" | "offline";
        /** @description A pool as it stands in a list, with its state in place of its agents. */
        AgentPoolListItem: {
            /**
             * Format: int64
             * @description When the pool was created. The page names no unit; its sample is in milliseconds since 1970.
             */
            created: number;
            /** @description Id of the pool. */
            id: string;
            /** @description Name of the pool. */
            name: string;
            /** @description What the pool is for. A pool that never got a description may have none. */
            description?: string;
            /**
             * Format: int64
             * @description When a runner of the pool last reported. The page names no unit; its sample is in seconds since 1970. For a pool never used it is null, 0 or left out.
             */
            lastSeen?: number | null;
            status: components["schemas"]["AgentPoolStatus"];
            /**
             * Format: int64
             * @description When the pool last ran a deployment. The page names no unit; its sample is in seconds since 1970. For a pool never used it is null, 0 or left out.
             */
            lastDeployment?: number | null;
        };
        /** @description The pools of an organization. */
        AgentPoolList: {
            /** @description One item for each pool; empty where there is none. */
            agentPools: components["schemas"]["AgentPoolListItem"][];
        };
        /** @description Why a request was refused. The page documents no errors, so any object will do. The live service tells a code and a message, which the samples of this spec have as well, and has been seen to answer plain text. */
        ErrorBody: {
            /** @description The HTTP status. */
            code?: number;
            /** @description What went wrong. */
            message?: string;
        };
        /** @description Why the request was refused, in words. */
        ErrorText: string;
        /** @description The pool to create. The page marks neither member as required; the live service needs the name. */
        CreateAgentPool: {
            /** @description Name of the pool. */
            name: string;
            /** @description What the pool is for. */
            description?: string;
        };
        /** @description What a client needs to know of a new pool. */
        AgentPoolCreated: {
            /** @description Id of the pool, for use in paths. */
            id: string;
            /** @description Secret with which runners join the pool. No other operation shows it. */
            tokenValue: string;
        };
        /**
         * @description Whether the runner is there to take work. The sample shows `online`.
         * @enum {string}
         */
        AgentStatus: "online" | "offline";
        /** @description A deployment runner of a pool. */
        Agent: {
            /** @description Version of the runner's own program. */
            version: string;
            /** @description Name of the host that the runner is on. */
            hostname: string;
            /** @description Address of that host. */
            ip: string;
            /** @description Process id on that host, as a string. */
            pid: string;
            /**
             * Format: int64
             * @description When the runner last reported. The page names no unit; its sample is in milliseconds since 1970.
             */
            lastSeen: number;
            status: components["schemas"]["AgentStatus"];
        };
        /** @description A pool in detail, a group of deployment runners that take on Pulumi operations. */
        AgentPool: {
            /**
             * Format: int64
             * @description When the pool was created. The page names no unit; its sample is in milliseconds since 1970.
             */
            created: number;
            /** @description Id of the pool. */
            id: string;
            /** @description Name of the pool. */
            name: string;
            /** @description What the pool is for. A pool that never got a description may have none. */
            description?: string;
            /** @description The runners of the pool; empty where there is none. */
            agents: components["schemas"]["Agent"][];
        };
        /** @description The change. A member that is left out keeps its value. */
        UpdateAgentPool: {
            /** @description New name of the pool. */
            name?: string;
            /** @description New description of the pool. */
            description?: string;
        };
        /** @description The pool after the change, in the members that can be changed. */
        AgentPoolUpdated: {
            /** @description Name of the pool. */
            name: string;
            /** @description What the pool is for. A pool that never got a description may have none. */
            description?: string;
        };
    };
    responses: {
        /** @description The pools of the organization. */
        AgentPoolList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentPoolList"];
            };
        };
        /** @description The token is missing or not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": components["schemas"]["ErrorText"];
            };
        };
        /** @description There is no such organization. */
        OrganizationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": components["schemas"]["ErrorText"];
            };
        };
        /** @description Id and token of the new pool. */
        AgentPoolCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentPoolCreated"];
            };
        };
        /** @description The request body is not JSON, lacks the name of a new pool or has a member of a wrong type. */
        MalformedBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": components["schemas"]["ErrorText"];
            };
        };
        /** @description The pool and its agents. */
        AgentPool: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentPool"];
            };
        };
        /** @description The organization has no such pool, or there is no such organization. */
        AgentPoolNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": components["schemas"]["ErrorText"];
            };
        };
        /** @description The pool is gone. */
        AgentPoolDeleted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The pool is in use and `force` was not set. */
        AgentPoolInUse: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": components["schemas"]["ErrorText"];
            };
        };
        /** @description Name and description of the pool after the change. */
        AgentPoolUpdated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentPoolUpdated"];
            };
        };
    };
    parameters: {
        /**
         * @description Name of the organization.
         * @example organization
         */
        Organization: string;
        /**
         * @description Id of the pool, as it was answered when the pool was created.
         * @example 12345678-8102-447f-b246-e9ec85786e23
         */
        PoolId: string;
        /**
         * @description Deletes the pool even when it is in use.
         * @example true
         */
        Force: boolean;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AgentPoolStatus = components['schemas']['AgentPoolStatus'];
export type AgentPoolListItem = components['schemas']['AgentPoolListItem'];
export type AgentPoolList = components['schemas']['AgentPoolList'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type ErrorText = components['schemas']['ErrorText'];
export type CreateAgentPool = components['schemas']['CreateAgentPool'];
export type AgentPoolCreated = components['schemas']['AgentPoolCreated'];
export type AgentStatus = components['schemas']['AgentStatus'];
export type Agent = components['schemas']['Agent'];
export type AgentPool = components['schemas']['AgentPool'];
export type UpdateAgentPool = components['schemas']['UpdateAgentPool'];
export type AgentPoolUpdated = components['schemas']['AgentPoolUpdated'];
export type ResponseAgentPoolList = components['responses']['AgentPoolList'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseOrganizationNotFound = components['responses']['OrganizationNotFound'];
export type ResponseAgentPoolCreated = components['responses']['AgentPoolCreated'];
export type ResponseMalformedBody = components['responses']['MalformedBody'];
export type ResponseAgentPool = components['responses']['AgentPool'];
export type ResponseAgentPoolNotFound = components['responses']['AgentPoolNotFound'];
export type ResponseAgentPoolDeleted = components['responses']['AgentPoolDeleted'];
export type ResponseAgentPoolInUse = components['responses']['AgentPoolInUse'];
export type ResponseAgentPoolUpdated = components['responses']['AgentPoolUpdated'];
export type ParameterOrganization = components['parameters']['Organization'];
export type ParameterPoolId = components['parameters']['PoolId'];
export type ParameterForce = components['parameters']['Force'];
export type $defs = Record<string, never>;
export interface operations {
    listAgentPools: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPoolList"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["OrganizationNotFound"];
        };
    };
    createAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgentPool"];
            };
        };
        responses: {
            200: components["responses"]["AgentPoolCreated"];
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["OrganizationNotFound"];
        };
    };
    getAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
                /**
                 * @description Id of the pool, as it was answered when the pool was created.
                 * @example 12345678-8102-447f-b246-e9ec85786e23
                 */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPool"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
        };
    };
    deleteAgentPool: {
        parameters: {
            query?: {
                /**
                 * @description Deletes the pool even when it is in use.
                 * @example true
                 */
                force?: components["parameters"]["Force"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
                /**
                 * @description Id of the pool, as it was answered when the pool was created.
                 * @example 12345678-8102-447f-b246-e9ec85786e23
                 */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["AgentPoolDeleted"];
            400: components["responses"]["AgentPoolInUse"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
        };
    };
    updateAgentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the organization.
                 * @example organization
                 */
                organization: components["parameters"]["Organization"];
                /**
                 * @description Id of the pool, as it was answered when the pool was created.
                 * @example 12345678-8102-447f-b246-e9ec85786e23
                 */
                poolId: components["parameters"]["PoolId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAgentPool"];
            };
        };
        responses: {
            200: components["responses"]["AgentPoolUpdated"];
            400: components["responses"]["MalformedBody"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["AgentPoolNotFound"];
        };
    };
}
