export interface paths {
    "/runners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runners
         * @description Answers every runner of the organization at once, whatever its status. The key needs the scope `runners:read`.
         */
        get: operations["listRunners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runners/available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List available runners
         * @description Answers the runners that are online and take new pods. The page leaves open whether one with as many pods as it may have is among them. The path wins over that of a single runner. The key needs the scope `runners:read`.
         */
        get: operations["listAvailableRunners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runners/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the runner.
                 * @example 1
                 */
                id: components["parameters"]["RunnerId"];
            };
            cookie?: never;
        };
        /**
         * Get a runner
         * @description Answers what the list tells of the runner. The key needs the scope `runners:read`.
         */
        get: operations["getRunner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runners/{id}/pods": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the runner.
                 * @example 1
                 */
                id: components["parameters"]["RunnerId"];
            };
            cookie?: never;
        };
        /**
         * List the pods on a runner
         * @description Answers one page of the runner's pods, of every status unless one is asked for. The key needs the scope `runners:read`.
         */
        get: operations["listRunnerPods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A machine that the organization has registered to run pods. */
        Runner: {
            /** @description Id of the runner. */
            id: number;
            /** @description Name of the runner. */
            name: string;
            /**
             * @description Whether the runner is connected, and at work. The page shows `online` only.
             * @enum {string}
             */
            status: "online" | "offline" | "busy";
            /** @description Version of the runner's software. */
            version: string;
            /** @description Operating system of the machine. */
            os: string;
            /** @description Processor architecture of the machine. */
            arch: string;
            /** @description What the runner is marked with; empty where it has no marks. */
            labels: string[];
            /** @description Pods on the runner. The page leaves open which statuses count. */
            pod_count: number;
            /** @description Pods that the runner takes at most. */
            max_pods: number;
            /**
             * Format: date-time
             * @description When the runner last reported, null where it never has.
             */
            last_heartbeat_at: string | null;
            /**
             * Format: date-time
             * @description When the runner was registered.
             */
            created_at: string;
        };
        /** @description Runners, all at once. */
        RunnerListDocument: {
            /** @description The runners; empty where there is none. */
            runners: components["schemas"]["Runner"][];
        };
        /** @description What went wrong, as an object. Servers differ in its members. */
        ErrorDetail: {
            /** @description What went wrong, as a word or a number for programs. */
            code?: string | number;
            /** @description What went wrong, as a sentence. */
            message?: string;
        };
        /** @description Why a request was refused. The page documents no errors, so any object will do. The live service tells an error and a code, which the samples of this spec have as well. */
        ErrorDocument: {
            /** @description What went wrong, as a sentence or as an object. */
            error?: string | components["schemas"]["ErrorDetail"];
            /** @description What went wrong, as a word or a number for programs. It goes with an `error` that is a sentence. */
            code?: string | number;
            /** @description Scopes that the request needs, where it was refused because the key lacks them. */
            required_scopes?: string[];
        };
        /** @description A single runner. */
        RunnerDocument: {
            runner: components["schemas"]["Runner"];
        };
        /** @description A place on a runner where an agent works. */
        Pod: {
            /** @description Names the pod. */
            key: string;
            /**
             * @description What has become of the pod. The page gives `running` and `terminated` as examples.
             * @enum {string}
             */
            status: "running" | "terminated" | "initializing" | "paused" | "disconnected" | "orphaned" | "completed" | "error";
            /** @description Which agent works in the pod. */
            agent_type_id: string;
            /** @description The task that the agent was started with, null or left out where there was none. */
            initial_prompt?: string | null;
            /**
             * Format: date-time
             * @description When the pod was created.
             */
            created_at: string;
        };
        /** @description One page of pods. */
        PodListDocument: {
            /** @description The pods on this page; empty where there is none. */
            pods: components["schemas"]["Pod"][];
            /** @description Pods that the filter keeps, on all pages. */
            total: number;
            /** @description The limit in force. A server that caps limits tells its cap. */
            limit: number;
            /** @description The offset in force. */
            offset: number;
        };
    };
    responses: {
        /** @description Every runner of the organization. */
        RunnerList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunnerListDocument"];
            };
        };
        /** @description The key is missing or not valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The key is disabled, or it lacks the scope `runners:read`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The runners that are online and take new pods. */
        AvailableRunnerList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunnerListDocument"];
            };
        };
        /** @description The runner. */
        Runner: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunnerDocument"];
            };
        };
        /** @description The id is not an integer. */
        InvalidRunnerId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description The runner belongs to another organization, or the key is disabled or lacks the scope `runners:read`. */
        RunnerForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description There is no such runner. */
        RunnerNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
        /** @description One page of pods. */
        PodList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PodListDocument"];
            };
        };
        /** @description The id is not an integer, or the limit or the offset is not an integer of 0 or more. */
        InvalidPodListParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorDocument"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the runner.
         * @example 1
         */
        RunnerId: number;
        /**
         * @description Keeps the pods of this status, such as `running` or `terminated`.
         * @example running
         */
        PodStatus: string;
        /**
         * @description How many pods to answer at most. The live service takes 0 to mean 50.
         * @example 50
         */
        Limit: number;
        /**
         * @description How many pods to pass over before the first one answered.
         * @example 0
         */
        Offset: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Runner = components['schemas']['Runner'];
export type RunnerListDocument = components['schemas']['RunnerListDocument'];
export type ErrorDetail = components['schemas']['ErrorDetail'];
export type ErrorDocument = components['schemas']['ErrorDocument'];
export type RunnerDocument = components['schemas']['RunnerDocument'];
export type Pod = components['schemas']['Pod'];
export type PodListDocument = components['schemas']['PodListDocument'];
export type ResponseRunnerList = components['responses']['RunnerList'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseAvailableRunnerList = components['responses']['AvailableRunnerList'];
export type ResponseRunner = components['responses']['Runner'];
export type ResponseInvalidRunnerId = components['responses']['InvalidRunnerId'];
export type ResponseRunnerForbidden = components['responses']['RunnerForbidden'];
export type ResponseRunnerNotFound = components['responses']['RunnerNotFound'];
export type ResponsePodList = components['responses']['PodList'];
export type ResponseInvalidPodListParameter = components['responses']['InvalidPodListParameter'];
export type ParameterRunnerId = components['parameters']['RunnerId'];
export type ParameterPodStatus = components['parameters']['PodStatus'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOffset = components['parameters']['Offset'];
export type $defs = Record<string, never>;
export interface operations {
    listRunners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RunnerList"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    listAvailableRunners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AvailableRunnerList"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    getRunner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the runner.
                 * @example 1
                 */
                id: components["parameters"]["RunnerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Runner"];
            400: components["responses"]["InvalidRunnerId"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["RunnerForbidden"];
            404: components["responses"]["RunnerNotFound"];
        };
    };
    listRunnerPods: {
        parameters: {
            query?: {
                /**
                 * @description Keeps the pods of this status, such as `running` or `terminated`.
                 * @example running
                 */
                status?: components["parameters"]["PodStatus"];
                /**
                 * @description How many pods to answer at most. The live service takes 0 to mean 50.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many pods to pass over before the first one answered.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the runner.
                 * @example 1
                 */
                id: components["parameters"]["RunnerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PodList"];
            400: components["responses"]["InvalidPodListParameter"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["RunnerForbidden"];
            404: components["responses"]["RunnerNotFound"];
        };
    };
}
