/**
 * Fetches as ever; where nothing answers, the error says what to do, since it is all that the reader is shown.
 * @param {{ readonly url: string, readonly start?: string }} mock origin of the mock, and the command that starts it
 * @returns {typeof fetch}
 */
export function fetchOrExplain(mock) {
  return async (input, options) => {
    try {
      return await fetch(input, options);
    } catch (cause) {
      if (options?.signal?.aborted) throw cause;
      throw new Error(explanation(new URL(input instanceof Request ? input.url : input).origin, mock), { cause });
    }
  };
}

/**
 * @param {string} origin
 * @param {{ readonly url: string, readonly start?: string }} mock
 */
function explanation(origin, { url, start }) {
  if (origin !== url) {
    return `${origin} gives this page no answer. Few services let pages of others ask them: choose the mock as the server, or run the code snippet.`;
  }
  const remedy = start ? `Start it in a terminal, then send again: ${start}` : "Whoever runs it can start it again.";
  return `No mock answers at ${origin}. ${remedy}`;
}
