// Which browser this is: only to say where its switches are, never to decide what it can do.

/** `firefox`, `safari`, `ios`, `chromium` or `other`. */
export function browser({ userAgent: agent, maxTouchPoints = 0 } = navigator) {
  if (/iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && maxTouchPoints > 1)) {
    return 'ios';
  }
  if (/Firefox\//.test(agent)) {
    return 'firefox';
  }
  if (/Chrom(e|ium)\//.test(agent)) {
    return 'chromium';
  }
  return /Safari\//.test(agent) ? 'safari' : 'other';
}
