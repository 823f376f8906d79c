// The icons, drawn for this product: strokes in a box of 24, in the colour of the text around them.

const NS = 'http://www.w3.org/2000/svg';

const SHAPES = {
  mic: ['M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z', 'M6 11a6 6 0 0 0 12 0', 'M12 17v4'],
  micOff: ['M9 9v2a3 3 0 0 0 4.6 2.5', 'M15 11V6a3 3 0 0 0-5.7-1.3', 'M6 11a6 6 0 0 0 9.3 5', 'M18 11a6 6 0 0 1-.7 2.8', 'M12 17v4', 'M4 4l16 16'],
  camera: ['M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z', 'M15 11l5-3v8l-5-3'],
  cameraOff: ['M9 7h4a2 2 0 0 1 2 2v3', 'M15 15.5a2 2 0 0 1-2 1.5H4a1 1 0 0 1-1-1V8', 'M15 11l5-3v8', 'M4 4l16 16'],
  screen: ['M3 5h18v11H3z', 'M9 20h6', 'M12 16v4', 'M12 13V8', 'M9.5 10.2L12 7.8l2.5 2.4'],
  screenOff: ['M3 5h18v11H3z', 'M9 20h6', 'M12 16v4', 'M9.5 8l5 5', 'M14.5 8l-5 5'],
  devices: ['M4 7h9', 'M17 7h3', 'M15 5v4', 'M4 12h3', 'M11 12h9', 'M9 10v4', 'M4 17h9', 'M17 17h3', 'M15 15v4'],
  full: ['M4 9V4h5', 'M20 9V4h-5', 'M4 15v5h5', 'M20 15v5h-5'],
  fullOff: ['M9 4v5H4', 'M15 4v5h5', 'M9 20v-5H4', 'M15 20v-5h5'],
  hangUp: ['M3 14c0-2.5 4-5 9-5s9 2.5 9 5v1.5a1.5 1.5 0 0 1-1.8 1.5l-3-.6a1.5 1.5 0 0 1-1.2-1.5v-1.7c-2-.6-4-.6-6 0v1.7a1.5 1.5 0 0 1-1.2 1.5l-3 .6A1.5 1.5 0 0 1 3 15.5z'],
  phone: ['M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z'],
  phoneMissed: ['M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z', 'M15 3l6 6', 'M21 3l-6 6'],
  bell: ['M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z', 'M10 21h4'],
  bellOff: ['M8 6.5A6 6 0 0 1 18 11v4', 'M16 18H4.5L6 16v-5', 'M10 21h4', 'M4 4l16 16'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  checks: ['M2 12.5l4.5 4.5L16 7.5', 'M11 15.5l1.5 1.5L22 7.5'],
  clock: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 8v4l3 2'],
  send: ['M4 12L20 5l-5 15-3.5-6.5z', 'M11.5 13.5L20 5'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  offline: ['M4 4l16 16', 'M8.5 13.5a6 6 0 0 1 3-1.4', 'M5 10a11 11 0 0 1 3.5-2.2', 'M13 7a11 11 0 0 1 6 3', 'M12 18h.01', 'M15.5 13.5l-.5-.4'],
  eye: ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z', 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z'],
  eyeOff: ['M4 8.5A15 15 0 0 0 2.5 12S6 18.5 12 18.5c1.3 0 2.5-.3 3.5-.7', 'M9 6a9 9 0 0 1 3-.5c6 0 9.5 6.5 9.5 6.5a15 15 0 0 1-2.5 3.3', 'M4 4l16 16'],
  sound: ['M4 10v4h3.5L12 18V6L7.5 10z', 'M15.5 9a4 4 0 0 1 0 6', 'M18 6.5a8 8 0 0 1 0 11'],
  alert: ['M12 4L2.5 20h19z', 'M12 10v4.5', 'M12 17.3v.2'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  link: ['M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1', 'M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1'],
  swap: ['M4 8h14', 'M15 5l3 3-3 3', 'M20 16H6', 'M9 13l-3 3 3 3'],
  chat: ['M4 5h16v11H10l-5 4v-4H4z'],
  retry: ['M19 12a7 7 0 1 1-2-5', 'M17.5 3v4h-4'],
  phoneIn: ['M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z', 'M21 3l-6 6', 'M15 4.5V9h4.5'],
  clip: ['M19.5 11.5l-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8.2-8.2a3.1 3.1 0 0 1 4.4 4.4l-8.1 8.1a1.5 1.5 0 0 1-2.2-2.2l7.4-7.4'],
  smile: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M8.2 14a4.4 4.4 0 0 0 7.6 0', 'M9 9.5v.4', 'M15 9.5v.4'],
  reply: ['M9.5 6L4 11.5 9.5 17', 'M4 11.5h9a7 7 0 0 1 7 7'],
  pencil: ['M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3 3L8.5 18.9z', 'M14.5 6l3.5 3.5'],
  bin: ['M5 7h14', 'M9.5 7V4.5h5V7', 'M7 7l1 13h8l1-13', 'M10.5 11v5.5', 'M13.5 11v5.5'],
  search: ['M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z', 'M15.5 15.5L20 20'],
  download: ['M12 4v11', 'M7.5 10.8L12 15.3l4.5-4.5', 'M5 19.5h14'],
  down: ['M12 5v13', 'M6.5 12.5L12 18l5.5-5.5'],
  file: ['M6 3h8l4.5 4.5V21H6z', 'M14 3v4.5h4.5'],
  page: ['M6 3h8l4.5 4.5V21H6z', 'M14 3v4.5h4.5', 'M9 12h6', 'M9 15.5h6'],
  image: ['M4 5h16v14H4z', 'M4 16l4.5-4.5 4 4 3-3L20 16.5', 'M9 9v.3'],
  film: ['M4 5h16v14H4z', 'M10 9l5 3-5 3z'],
  box: ['M4 8h16v12H4z', 'M4 8l2-4h12l2 4', 'M10 12h4'],
  calendar: ['M4 6h16v14H4z', 'M4 10.5h16', 'M8.5 3.5v4', 'M15.5 3.5v4'],
  blur: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 4v16', 'M15 5.5v13', 'M18 7.5v9'],
  door: ['M6 20V4h9v16', 'M4 20h16', 'M12 12v.4', 'M15 6l4 1.5V20'],
  record: ['M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z', 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z'],
  subtitles: ['M4 5h16v14H4z', 'M7 12h4', 'M14 12h3', 'M7 15.5h6', 'M16 15.5h1'],
  users: ['M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z', 'M3 20a6 6 0 0 1 12 0', 'M16 5.5a3.2 3.2 0 0 1 0 6', 'M17.5 14.5A6 6 0 0 1 21 20'],
};

/** An icon; it says nothing to a screen reader, the button around it does. */
export function icon(name, size = 18) {
  const svg = document.createElementNS(NS, 'svg');
  const attributes = {
    viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.9,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', focusable: 'false', class: 'icon',
  };
  for (const [key, value] of Object.entries(attributes)) {
    svg.setAttribute(key, value);
  }
  for (const d of SHAPES[name]) {
    const path = document.createElementNS(NS, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
