/** Where the API stands; VITE_API_URL names another place. */
export const apiUrl: string = import.meta.env.VITE_API_URL ?? "http://127.0.0.1:4010/api/v2";
