/** Everything is drawn in the browser: documents are read there, and the server keeps none of it. */
export const ssr = false;
export const prerender = false;
