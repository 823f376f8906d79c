// Tells its page, again and again, that so many milliseconds are over.
onmessage = ({ data }) => setInterval(() => postMessage(null), data);
